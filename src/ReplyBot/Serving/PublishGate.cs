using Dapper;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Intent.Classification;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Storage;

namespace ReplyBot.Serving;

/// <summary>
/// Asks the published and a staged base the same questions before buyers do: what buyers asked lately, each script's own standard
/// question, which that script must answer, and the golden questions, whose answers editors settled.
/// </summary>
public sealed class PublishGate(IDatabase database, ServingPreparation preparation, IIntentClassifier classifier, TimeProvider clock)
{
    private const int RecentQuestions = 2000;

    /// <summary>Compares the two bases.</summary>
    public async Task<ReplayReport> CompareAsync(ScriptBundle? published, ScriptBundle staged, IProgress<double>? progress, CancellationToken cancellation)
    {
        var before = published is null ? null : new ReplayBase(published, await preparation.BuildIndexAsync(published));
        var after = new ReplayBase(staged, await preparation.BuildIndexAsync(staged));
        IReadOnlyList<ReplayQuestion> questions = [.. StandardQuestions(staged), .. GoldenQuestions(staged), .. await RecentAsync(cancellation)];
        return await Task.Run(() => new ReplayGate(ReplyThresholds.Standard.Script).Compare(before, after, questions, clock.GetUtcNow(), progress), cancellation);
    }

    /// <summary>The standard questions of scripts that every buyer can be answered with; those for some buyers or hours only are left out.</summary>
    private IEnumerable<ReplayQuestion> StandardQuestions(ScriptBundle staged) =>
        staged.Content.Scripts
            .Where(script => script.Variants.Count > 0 && script.Send == SendMode.Automatic && IsForEverybody(script.When))
            .Select(script => Ask(script.Question) with { ExpectedScript = script.Id });

    /// <summary>What editors settled once and for all.</summary>
    private IEnumerable<ReplayQuestion> GoldenQuestions(ScriptBundle staged) => staged.Content.Golden
        .Select(golden => Ask(golden.Ask) with { Channel = golden.Channel, ExpectedScript = golden.Script, ExpectedIntent = golden.Intent });

    private static bool IsForEverybody(Conditions when) =>
        when.Channels.Count == 0 && when.Products.Count == 0 && when.Categories.Count == 0 && when.Buyers.Count == 0 && when.Emotions.Count == 0
        && when.Hours == ServiceHours.Any && when.From is null && when.Until is null;

    private async Task<IReadOnlyList<ReplayQuestion>> RecentAsync(CancellationToken cancellation)
    {
        var texts = await database.ReadAsync(connection => connection.QueryAsync<string>("""
            SELECT text FROM messages WHERE author = @buyer AND text <> '' GROUP BY text ORDER BY MAX(at) DESC LIMIT @take
            """, new { buyer = (int)MessageAuthor.Buyer, take = RecentQuestions }), cancellation);
        return [.. texts.Select(Ask)];
    }

    private ReplayQuestion Ask(string text) =>
        new(text, IntentConfidences: classifier.Classify(text).Ranked.ToDictionary(scored => scored.Id, scored => scored.Confidence));
}
