namespace ReplyBot.Cli;

/// <summary>Shows what takes long, and what went wrong on the way, without touching standard output.</summary>
public interface IWorkDisplay
{
    /// <summary>Does something that may take longer than a second and shows how far it is (0..1).</summary>
    Task<T> RunAsync<T>(string what, Func<IProgress<double>, Task<T>> work);

    /// <summary>Says something that should be known but stops nothing.</summary>
    void Warn(string message);
}
