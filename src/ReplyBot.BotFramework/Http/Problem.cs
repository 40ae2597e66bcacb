using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ReplyBot.BotFramework.Http;

/// <summary>A refusal: title for people, detail for whoever connects a client, code for the client.</summary>
internal sealed class Problem : IResult
{
    private readonly ProblemBody _body;
    private readonly TimeSpan? _retryAfter;

    private Problem(int status, string title, string detail, string code, TimeSpan? retryAfter = null)
    {
        _body = new("about:blank", title, status, detail, new(code, detail));
        _retryAfter = retryAfter;
    }

    /// <summary>The HTTP status.</summary>
    public int Status => _body.Status;

    /// <summary>The detail, in English.</summary>
    public string Detail => _body.Detail;

    public static Problem BadRequest(string detail) =>
        new(StatusCodes.Status400BadRequest, "请求格式不正确", detail, "BadArgument");

    public static Problem Unauthorized(string detail) =>
        new(StatusCodes.Status401Unauthorized, "缺少凭证", detail, "Unauthorized");

    public static Problem Forbidden(string detail, string code = "Forbidden") =>
        new(StatusCodes.Status403Forbidden, "没有权限", detail, code);

    public static Problem TokenExpired() =>
        new(StatusCodes.Status403Forbidden, "令牌已过期", "The token has expired.", "TokenExpired");

    public static Problem UnknownConversation() =>
        new(StatusCodes.Status404NotFound, "会话不存在", "There is no such conversation.", "ConversationNotFound");

    public static Problem UnknownFile() =>
        new(StatusCodes.Status404NotFound, "文件不存在", "There is no such file in this conversation.", "AttachmentNotFound");

    public static Problem TooLarge(long maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "内容过大", $"The body is larger than {maxBytes} bytes.", "MessageSizeTooBig");

    public static Problem UnsupportedMediaType(string detail) =>
        new(StatusCodes.Status415UnsupportedMediaType, "内容类型不支持", detail, "UnsupportedMediaType");

    public static Problem TooMany(TimeSpan? retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "发送太频繁，请稍后再试", "Too many requests; try again later.", "TooManyRequests",
            retryAfter ?? TimeSpan.FromSeconds(1));

    public static Problem Unavailable(string detail) =>
        new(StatusCodes.Status503ServiceUnavailable, "服务暂时不可用", detail, "ServiceUnavailable", TimeSpan.FromSeconds(5));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _body.Status;
        if (_retryAfter is { } delay)
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (_body.Status == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";

        return response.WriteAsJsonAsync(_body, ProblemJson.Default.ProblemBody, "application/problem+json", httpContext.RequestAborted);
    }
}
