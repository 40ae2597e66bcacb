namespace ReplyBot.Intent.Training;

/// <summary>
/// Runs the parts of the work on the cores it may use and tells how far it is. Parts must not depend on each other's order,
/// which keeps training deterministic.
/// </summary>
internal sealed class Schedule(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
{
    private readonly Lock reporting = new();
    private double done;

    public int Seed => options.Seed;

    /// <summary>Runs a part for each number below <paramref name="count"/>.</summary>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public void ForEach(int count, Action<int> part) => Parallel.For(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Cores), CancellationToken = cancellation }, part);

    /// <summary>Tells that a step is done.</summary>
    /// <param name="share">Its share of the whole work.</param>
    /// <param name="step">Its name.</param>
    public void Finish(double share, string step)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (reporting)
        {
            done = Math.Min(1, done + share);
            progress?.Report(new TrainingProgress(done, step));
        }
    }
}
