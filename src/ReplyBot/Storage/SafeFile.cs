namespace ReplyBot.Storage;

/// <summary>Writes a file whole or not at all.</summary>
public static class SafeFile
{
    /// <summary>Writes beside the file, brings it to the disk, then moves it into place.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            write(file);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
