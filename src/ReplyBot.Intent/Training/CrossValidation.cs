using ReplyBot.Intent.Classification;

namespace ReplyBot.Intent.Training;

/// <summary>
/// The scores that members give to utterances which they have not been trained on: the utterances are split into folds, and
/// each fold is scored by members that were trained on the others.
/// </summary>
internal sealed class CrossValidation
{
    private readonly LabelledTexts data;
    private readonly int folds;

    public CrossValidation(LabelledTexts data, int folds)
    {
        this.data = data;
        this.folds = folds;
        Linear = new float[data.Prepared.Length][];
        Network = new float[data.Prepared.Length][];
        Scope = new float[data.Prepared.Length][];
    }

    /// <summary>For each utterance the scores of the linear model.</summary>
    public float[][] Linear { get; }

    /// <summary>For each utterance the scores of a network.</summary>
    public float[][] Network { get; }

    /// <summary>For each utterance the one score of the scope detector's linear model.</summary>
    public float[][] Scope { get; }

    /// <summary>Trains on all folds but one.</summary>
    public LabelledTexts TrainingPart(int fold) => data.Select([.. Places().Where(place => place % folds != fold)]);

    /// <summary>Scores the utterances of a fold.</summary>
    /// <param name="fold">The fold.</param>
    /// <param name="scorer">A member that has not seen it.</param>
    /// <param name="into">Where they go.</param>
    public void ScoreFold(int fold, IScorer scorer, float[][] into)
    {
        foreach (var place in Places().Where(place => place % folds == fold))
            scorer.Score(data.Prepared[place], into[place] = new float[scorer.Outputs]);
    }

    private IEnumerable<int> Places() => Enumerable.Range(0, data.Prepared.Length);
}
