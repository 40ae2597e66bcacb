using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Requests;

/// <summary>What a message asks, piece by piece.</summary>
/// <param name="Requests">The requests that are sure; one that covers the whole message where fewer than two are.</param>
/// <param name="Questions">Sure requests that are asked and questions whose intent is open, in order of appearance; empty where fewer than two are there, or no request is sure.</param>
internal readonly record struct RequestReading(IReadOnlyList<Request> Requests, IReadOnlyList<Request> Questions);

/// <summary>
/// Splits a message into its requests. Steps: 1 cut at line ends, marks and linking words, 2 classify each piece, 3 join pieces
/// that say nothing sure of their own (greetings, thanks, fragments) to a neighbour, 4 join neighbours of one intent.
/// A message with fewer than two requests has one that covers it all.
/// </summary>
/// <param name="classifier">Classifies the pieces.</param>
internal sealed class RequestReader(IIntentClassifier classifier)
{
    private const int ShortestPiece = 3;
    private const int MostPieces = 12;
    private const double LeastConfidence = 0.5;
    private const double LeastConfidenceAgainstWhole = 0.75;

    public RequestReading Read(string text, IntentPrediction whole)
    {
        // 1 cut
        var pieces = RequestCutter.Cut(text, ShortestPiece);
        if (pieces.Count is < 2 or > MostPieces)
            return new([new Request(0, text.Length, whole)], []);

        // 2 classify, 3 drop what says nothing of its own
        var (sure, questions) = (new List<Request>(), new List<Request>());
        foreach (var (start, length) in pieces)
        {
            var prediction = classifier.Classify(text.Substring(start, length));
            var piece = new Request(start, length, prediction);
            if (IsRequest(prediction, whole))
            {
                // 4 join
                Add(sure, piece);
                if (QuestionForm.Asks(text, piece))
                    Add(questions, piece);
            }
            else if (QuestionForm.IsOpenQuestion(text, piece))
            {
                questions.Add(piece);
            }
        }

        return new(
            sure.Count < 2 ? [new Request(0, text.Length, whole)] : Spread(sure, text.Length),
            sure.Count == 0 || questions.Count < 2 ? [] : Spread(questions, text.Length));
    }

    private static bool IsRequest(IntentPrediction prediction, IntentPrediction whole)
    {
        var top = prediction.Top;
        if (top.Id == IntentPrediction.OutOfScope || top.Id.StartsWith("chat.", StringComparison.Ordinal))
            return false;
        return top.Confidence >= (whole.ConfidenceOf(top.Id) > 0 ? LeastConfidence : LeastConfidenceAgainstWhole);
    }

    private static void Add(List<Request> requests, Request piece)
    {
        if (requests.Count > 0 && requests[^1].Intent.Top.Id == piece.Intent.Top.Id)
            requests[^1] = Join(requests[^1], piece);
        else
            requests.Add(piece);
    }

    private static Request Join(Request one, Request next) => new(
        one.Start,
        next.Start + next.Length - one.Start,
        one.Intent.Top.Confidence >= next.Intent.Top.Confidence ? one.Intent : next.Intent);

    /// <summary>Gives what lies between requests to the one before it, and what leads up to the first to the first.</summary>
    private static Request[] Spread(List<Request> requests, int length)
    {
        var spread = new Request[requests.Count];
        for (var i = 0; i < spread.Length; i++)
        {
            var start = i == 0 ? 0 : requests[i].Start;
            var end = i + 1 < spread.Length ? requests[i + 1].Start : length;
            spread[i] = requests[i] with { Start = start, Length = end - start };
        }

        return spread;
    }
}
