namespace ReplyBot.Intent.Classification;

/// <summary>What came of reading a model file.</summary>
/// <param name="Model">The model, or null.</param>
/// <param name="Problem">Why there is none, in a sentence that begins with the path; null where there is one.</param>
public sealed record IntentModelReading(IntentModel? Model, string? Problem);
