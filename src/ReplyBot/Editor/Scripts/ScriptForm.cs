using System.Globalization;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Editor.Scripts;

/// <summary>A script as the page's form has it. Everything may be missing or nonsense; <see cref="ScriptFormReader"/> says what is.</summary>
internal sealed record ScriptForm
{
    public string? Question { get; init; }
    public IReadOnlyList<string>? Variants { get; init; }
    public IReadOnlyList<WordingForm>? Wordings { get; init; }
    public ConditionsForm? When { get; init; }
    public string? Send { get; init; }
    public FollowUpForm? FollowUp { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public string? Note { get; init; }

    public static ScriptForm Of(Script script) => new()
    {
        Question = script.Question,
        Variants = script.Variants,
        Wordings = [.. script.Wordings.Select(wording => new WordingForm(wording.Text, wording.Simpler))],
        When = ConditionsForm.Of(script.When),
        Send = ScriptVocabulary.SendModes[(int)script.Send],
        FollowUp = script.FollowUp is { } followUp ? new FollowUpForm((int)followUp.After.TotalMinutes, followUp.Script) : null,
        Tags = script.Tags,
        Note = script.Note,
    };
}

/// <summary>A wording in the form.</summary>
internal sealed record WordingForm(string? Text, bool Simpler);

/// <summary>A follow-up in the form; the time in minutes.</summary>
internal sealed record FollowUpForm(int? Minutes, string? Script);

/// <summary>Conditions in the form; days as <c>2026-01-31</c>.</summary>
internal sealed record ConditionsForm
{
    public string? Stage { get; init; }
    public IReadOnlyList<string>? Channels { get; init; }
    public IReadOnlyList<string>? Products { get; init; }
    public IReadOnlyList<string>? Categories { get; init; }
    public IReadOnlyList<string>? Buyers { get; init; }
    public IReadOnlyList<string>? Emotions { get; init; }
    public string? Hours { get; init; }
    public string? From { get; init; }
    public string? Until { get; init; }

    public static ConditionsForm Of(Conditions when) => new()
    {
        Stage = ScriptVocabulary.Name(when.Stage),
        Channels = when.Channels,
        Products = when.Products,
        Categories = when.Categories,
        Buyers = when.Buyers,
        Emotions = when.Emotions,
        Hours = ScriptVocabulary.Hours[(int)when.Hours],
        From = when.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Until = when.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
