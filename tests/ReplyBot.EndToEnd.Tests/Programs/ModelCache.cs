using System.Security.Cryptography;
using System.Text;

namespace ReplyBot.EndToEnd.Tests.Programs;

/// <summary>
/// Keeps the model that the first start trained beside the built tests, under a hash of everything it depends on, so that training
/// is waited for once and not once for every instance and run.
/// </summary>
internal static class ModelCache
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Gives an instance the kept model; without one it trains its own.</summary>
    public static void Restore(ShopFolders folders)
    {
        if (!File.Exists(FileFor(folders)))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(folders.Model)!);
        File.Copy(FileFor(folders), folders.Model);
    }

    /// <summary>Keeps the model of an instance, in the place of older ones.</summary>
    public static void Keep(ShopFolders folders)
    {
        var file = FileFor(folders);
        if (File.Exists(file))
            return;
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder))
            File.Delete(old);
        File.Copy(folders.Model, file);
    }

    private static string FileFor(ShopFolders folders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] code = [Path.Combine(Repository.ProgramFolder, "ReplyBot.Intent.dll"), Path.Combine(Repository.ProgramFolder, "ReplyBot.Text.dll")];
        var content = Directory.EnumerateFiles(folders.ContentFile("intents"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in code.Concat(content))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Path.Combine(Folder, Convert.ToHexStringLower(hash.GetHashAndReset()) + ".model");
    }
}
