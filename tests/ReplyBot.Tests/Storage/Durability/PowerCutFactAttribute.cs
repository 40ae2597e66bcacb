using System.Diagnostics;

namespace ReplyBot.Tests.Storage.Durability;

/// <summary>A test that needs the model of a power cut; without its source or a C compiler it is skipped with the reason.</summary>
public sealed class PowerCutFactAttribute : FactAttribute
{
    private static readonly Lazy<(string? Library, string? Absence)> Built = new(Build);

    public PowerCutFactAttribute() => Skip = Built.Value.Absence;

    /// <summary>The built library.</summary>
    public static string Library => Built.Value.Library!;

    private static (string?, string?) Build()
    {
        var source = Find();
        if (source is null)
            return (null, "No shared/tools/powercut.c beside the repository.");
        var library = Path.Combine(AppContext.BaseDirectory, "powercut.so");
        try
        {
            using var compiler = Process.Start(new ProcessStartInfo("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl", "-lpthread"]) { RedirectStandardError = true })!;
            var said = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? (library, null) : (null, "The C compiler failed: " + said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "No C compiler (cc).");
        }
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var source = Path.Combine(folder.FullName, "shared", "tools", "powercut.c");
            if (File.Exists(source))
                return source;
        }
        return null;
    }
}
