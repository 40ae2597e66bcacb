using System.Text.RegularExpressions;
using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;
using ReplyBot.Conversations.Privacy;
using ReplyBot.Conversations.Serving;
using ReplyBot.Intent;

namespace ReplyBot.Editor.Inbox;

/// <summary>Questions that were answered badly or not at all, near duplicates together, the most asked first.</summary>
internal static partial class InboxEndpoints
{
    private const int GroupsShown = 200;

    /// <summary>What the scripts begin with that answer a call for a person.</summary>
    private const string CallsForAPerson = "chat.human.";

    private const int ExamplesShown = 5;
    private const int MostKeys = 2000;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder editor)
    {
        editor.MapGet("/inbox", ListAsync);
        editor.MapPost("/inbox/decide", DecideAsync);
    }

    private static async Task<IResult> ListAsync(InboxStore inbox, IServingBase serving, TimeProvider clock, CancellationToken cancellation)
    {
        var reader = serving.Current.Reader;
        // A suggestion that was not taken is no sign of a missing answer where the buyer only asked for a person.
        var open = (await inbox.OpenAsync(clock.GetUtcNow() - Lately, cancellation))
            .Where(question => question.Shortfall != Shortfall.Replaced || question.ScriptId?.StartsWith(CallsForAPerson, StringComparison.Ordinal) != true);
        var groups = QuestionClusters.Of(open);
        return ConsoleJson.Answer(new { total = groups.Count, items = groups.Take(GroupsShown).Select(group => InboxItem.Of(group, text => Masked(reader, text))) });
    }

    private static async Task<IResult> DecideAsync(HttpContext http, InboxStore inbox)
    {
        var (request, problem) = await JsonBody.ReadAsync<DecideRequest>(http);
        if (request is null)
            return problem!;
        var errors = new FieldErrors();
        if (request.Keys is not { Count: > 0 and <= MostKeys })
            errors.Add("keys", "不能为空 / must not be empty");
        if (request.Outcome is null)
            errors.Add("outcome", "不能为空 / must not be empty");
        if (request.Outcome is InboxOutcome.Script or InboxOutcome.Variant)
            errors.Require("scriptId", request.ScriptId);
        if (errors.Any)
            return Problems.Invalid(errors);
        await inbox.DecideAsync(request.Keys!, request.Outcome!.Value, request.ScriptId, http.User.Agent().Id, http.RequestAborted);
        return Results.NoContent();
    }

    private sealed record DecideRequest(IReadOnlyList<string>? Keys, InboxOutcome? Outcome, string? ScriptId);

    /// <summary>A group of questions that are nearly the same.</summary>
    private sealed record InboxItem(
        string Question, IReadOnlyList<string> Keys, int Count, int Unanswered, int AskedBack, int Edited, int Replaced, DateTimeOffset LastAt, string? ScriptId, IReadOnlyList<ExampleItem> Examples)
    {
        public static InboxItem Of(IReadOnlyList<BadlyAnswered> group, Func<string, string> masked)
        {
            var newestFirst = group.OrderByDescending(question => question.At).ToList();
            return new InboxItem(
                masked(group[0].Text),
                [.. group.Select(question => QuestionClusters.KeyOf(question.Text)).Distinct()],
                group.Count,
                group.Count(question => question.Shortfall == Shortfall.Unanswered),
                group.Count(question => question.Shortfall == Shortfall.AskedBack),
                group.Count(question => question.Shortfall == Shortfall.Edited),
                group.Count(question => question.Shortfall == Shortfall.Replaced),
                newestFirst[0].At,
                newestFirst.GroupBy(question => question.ScriptId).Where(script => script.Key is not null).OrderByDescending(script => script.Count()).FirstOrDefault()?.Key,
                [.. newestFirst.DistinctBy(question => (QuestionClusters.KeyOf(question.Text), question.Reply)).Take(ExamplesShown).Select(question => new ExampleItem(
                    masked(question.Text), question.At, question.Shortfall, question.Reply is null ? null : masked(question.Reply), question.ScriptId))]);
        }
    }

    private sealed record ExampleItem(string Text, DateTimeOffset At, Shortfall Shortfall, string? Reply, string? ScriptId);

    /// <summary>Editors write for everybody: one buyer's name, address, and the numbers of an order or phone are none of their business.</summary>
    private static string Masked(IUtteranceReader reader, string text) =>
        LongNumber().Replace(PersonalDataMask.Of(reader.Read(text)), number => new string('*', number.Length));

    [GeneratedRegex("[0-9]{5,}")]
    private static partial Regex LongNumber();
}
