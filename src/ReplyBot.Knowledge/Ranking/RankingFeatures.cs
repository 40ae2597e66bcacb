namespace ReplyBot.Knowledge.Ranking;

/// <summary>The names of everything that a script's score is made of, as they are stored and shown.</summary>
public static class RankingFeatures
{
    /// <summary>Always 1.</summary>
    public const string Bias = "bias";

    /// <summary>In place of the bias where no intent model has spoken.</summary>
    public const string BiasWithoutIntent = "bias.without_intent";

    /// <summary>The closeness of the script's closest text, 0 to 1.</summary>
    public const string Best = "text.best";

    /// <summary>The closeness of its further texts.</summary>
    public const string Further = "text.further";

    /// <summary>The closeness of its standard question.</summary>
    public const string Question = "text.question";

    /// <summary>The closeness of the answer that resembles the query most.</summary>
    public const string Wording = "text.wording";

    /// <summary>The BM25 score of its best text as a share of the best of all.</summary>
    public const string Found = "text.bm25";

    /// <summary>The share of syllables that the closest text and the query have in common, tones and characters aside.</summary>
    public const string Sound = "text.sound";

    /// <summary>One less the edits that make the closest text of the query, as a share of the longer one.</summary>
    public const string Edits = "text.edits";

    /// <summary>1 where one of its texts is the query.</summary>
    public const string Exact = "text.exact";

    /// <summary>The intent model's confidence in the script's intent.</summary>
    public const string Intent = "intent";

    /// <summary>The same on a logarithmic scale, 0 (a thousandth and less) to 1.</summary>
    public const string IntentOdds = "intent.odds";

    /// <summary>1 where the script is for another stage.</summary>
    public const string OtherStage = "stage.other";

    /// <summary>1 where the script is for buyers like this one.</summary>
    public const string Buyer = "buyer";

    /// <summary>1 where it is for other buyers.</summary>
    public const string OtherBuyer = "buyer.other";

    /// <summary>1 where the script is for the buyer's emotion.</summary>
    public const string Emotion = "emotion";

    /// <summary>1 where it is for another emotion.</summary>
    public const string OtherEmotion = "emotion.other";

    /// <summary>1 where the script is about the product or category meant.</summary>
    public const string Product = "product";

    /// <summary>The share of times that agents took the script when it was suggested.</summary>
    public const string Adoption = "adoption";

    /// <summary>1 for a further script of an intent that a better one stands for already.</summary>
    public const string RepeatedIntent = "intent.repeated";
}
