using ReplyBot.Cli;

namespace ReplyBot.Tests.Editor;

/// <summary>Does the work and shows nothing.</summary>
internal sealed class SilentDisplay : IWorkDisplay
{
    public Task<T> RunAsync<T>(string what, Func<IProgress<double>, Task<T>> work) => work(new Progress<double>());

    public void Warn(string message)
    {
    }
}
