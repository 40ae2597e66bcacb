using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Editor.Playground;
using ReplyBot.Knowledge.Publishing;

namespace ReplyBot.Editor.Publishing;

/// <summary>Asks the files what buyers asked lately and compares with what is served, before buyers do.</summary>
internal sealed class ReplayOfQuestions(AskedQuestions asked, PlaygroundBases bases, IServingBase serving, TimeProvider clock)
{
    /// <summary>Compares the answers.</summary>
    public async Task<ReplayReport> RunAsync(CancellationToken cancellation)
    {
        var served = serving.Current;
        var staged = await bases.OfFilesAsync(cancellation);
        var questions = await asked.ReadAsync(cancellation);
        return await Task.Run(() => new ReplayGate(ReplyThresholds.Standard.Script).Compare(
            new ReplayBase(served.Bundle, served.Index),
            new ReplayBase(staged.Bundle, staged.Index),
            [.. questions.Select(question => new ReplayQuestion(question.Text, question.Channel, ConfidencesOf(served.Reader.Read(question.Text))))],
            clock.GetUtcNow()), cancellation);
    }

    private static Dictionary<string, double> ConfidencesOf(Intent.Understanding read) =>
        read.Intent.Ranked.ToDictionary(scored => scored.Id, scored => scored.Confidence);
}
