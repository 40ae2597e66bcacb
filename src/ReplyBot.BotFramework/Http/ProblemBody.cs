using System.Text.Json.Serialization;

namespace ReplyBot.BotFramework.Http;

/// <summary>Problem details of RFC 9457 together with the error object that Bot Framework clients read.</summary>
internal sealed record ProblemBody(string Type, string Title, int Status, string Detail, ProblemError Error);

/// <summary>The error object of the Bot Framework: a stable code and a message that may change.</summary>
internal sealed record ProblemError(string Code, string Message);

/// <summary>The JSON of problems.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ProblemJson : JsonSerializerContext;
