namespace ReplyBot.Accounts.Http;

/// <summary>Refusals in the form of RFC 9457: a title in Chinese, which people are shown, and a detail in English.</summary>
public static class Problems
{
    /// <summary>A refusal.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">What is wrong, in Chinese.</param>
    /// <param name="detail">What is wrong, in English.</param>
    /// <param name="errors">What exactly, in the form that the endpoint promises, or null.</param>
    public static IResult Of(int status, string title, string detail, object? errors = null) =>
        Results.Problem(detail, instance: null, status, title, type: null, errors is null ? null : new Dictionary<string, object?> { ["errors"] = errors });

    /// <summary>Fields that cannot be taken as they are.</summary>
    public static IResult Invalid(FieldErrors errors) =>
        Of(StatusCodes.Status400BadRequest, "填写有误", "Some fields cannot be taken as they are.", errors.ByField);

    /// <summary>One field that cannot be taken as it is.</summary>
    public static IResult Invalid(string field, string message) => Invalid(new FieldErrors().Add(field, message));

    /// <summary>Something with this id does not exist.</summary>
    public static IResult NotFound(string title, string detail) => Of(StatusCodes.Status404NotFound, title, detail);
}
