using System.Security.Cryptography;
using System.Text;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Lexicon;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Policies;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Ranking;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge;

/// <summary>
/// Reads the folder that editors work in. Whatever is wrong in the files comes back as findings with file, line and
/// column; only what the machine refuses (a disk that fails) is an exception.
/// </summary>
public static class KnowledgeBaseReader
{
    private const string TaxonomyPath = "intents/taxonomy.tsv";

    /// <summary>Reads the knowledge base under <paramref name="directory"/>.</summary>
    public static KnowledgeBaseReading Read(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        if (!Directory.Exists(directory))
        {
            return new KnowledgeBaseReading(null,
            [
                new Finding(
                    FindingCodes.MissingFile, Severity.Error, directory, 1, 1,
                    "找不到话术库文件夹", "There is no such knowledge base folder"),
            ]);
        }

        var root = Path.GetFullPath(directory);
        var files = FindFiles(root).AsParallel().AsOrdered().Select(path => KnowledgeFile.Read(root, path)).ToArray();
        var hash = Task.Run(() => Hash(files));
        var parts = files.AsParallel().AsOrdered().Select(ReadPart).ToArray();
        var findings = parts.SelectMany(part => part.Findings.All).ToList();
        if (!parts.Any(part => part.Findings.File == TaxonomyPath))
        {
            findings.Add(new Finding(
                FindingCodes.MissingFile, Severity.Error, TaxonomyPath, 1, 1,
                "缺少意图表", "The taxonomy is missing"));
        }

        var read = Assemble(parts.Select(part => part.Content)) with { ContentHash = hash.GetAwaiter().GetResult() };
        return new KnowledgeBaseReading(read, findings);
    }

    /// <summary>The files that make up a base, ordered by path so that every machine reads them alike.</summary>
    private static IEnumerable<string> FindFiles(string root)
    {
        string[] folders = ["scripts", "platforms", "policies", "shop", "lexicon", "ranking", "golden"];
        var taxonomy = Path.Combine(root, TaxonomyPath);
        return folders
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".txt")
            .Concat(File.Exists(taxonomy) ? [taxonomy] : [])
            .Order(StringComparer.Ordinal);
    }

    private static (object? Content, FileFindings Findings) ReadPart(KnowledgeFile file)
    {
        var findings = new FileFindings(file.Path);
        if (file.Text(findings) is not { } text)
            return (null, findings);
        if (file.Path == TaxonomyPath)
            return (TaxonomyFileReader.Read(text, findings), findings);
        if (Path.GetExtension(file.Path) == ".txt")
            return (LexiconFileReader.Read(file.Path, text, findings), findings);
        if (YamlDocument.Read(text, findings) is not { } mapping)
            return (null, findings);
        var reader = new MappingReader(mapping, findings);
        if (!reader.CheckSchema())
            return (null, findings);
        return (ReadContent(file.Path, reader), findings);
    }

    private static object? ReadContent(string path, MappingReader reader)
    {
        var folder = path[..path.IndexOf('/', StringComparison.Ordinal)];
        switch (folder, Path.GetFileNameWithoutExtension(path))
        {
            case ("scripts", _):
                return ScriptFileReader.Read(reader);
            case ("platforms", "advertising"):
                return RuleFileReader.ReadAdvertisingLaw(reader);
            case ("platforms", _):
                return RuleFileReader.ReadPlatform(reader);
            case ("policies", _):
                return RuleFileReader.ReadPolicy(reader);
            case ("golden", _):
                return GoldenFileReader.Read(reader);
            case ("ranking", "weights"):
                return RankingFile.Read(reader);
            case ("shop", "shop"):
                return ShopFileReader.ReadFacts(reader);
            case ("shop", "products"):
                return ShopFileReader.ReadProducts(reader);
            case ("shop", "size-tables"):
                return ShopFileReader.ReadSizeTables(reader);
            case ("shop", "orders"):
                return ShopFileReader.ReadOrders(reader);
            default:
                reader.Findings.Add(
                    FindingCodes.UnknownField, reader.Mapping,
                    "不认识的文件，这里没有这种内容",
                    "Unknown file; nothing of this kind belongs here");
                return null;
        }
    }

    private static KnowledgeBase Assemble(IEnumerable<object?> contents)
    {
        var scripts = new List<Script>();
        var platforms = new List<Platform>();
        var read = new KnowledgeBase();
        foreach (var content in contents)
        {
            switch (content)
            {
                case IReadOnlyList<Script> some:
                    scripts.AddRange(some);
                    break;
                case Platform platform:
                    platforms.Add(platform);
                    break;
                case AdvertisingLaw law:
                    read = read with { Advertising = law };
                    break;
                case ShopPolicy policy:
                    read = read with { Policy = Merge(read.Policy, policy) };
                    break;
                case Shop.ShopFacts facts:
                    read = read with { Shop = facts };
                    break;
                case IReadOnlyList<Shop.Product> products:
                    read = read with { Products = products };
                    break;
                case IReadOnlyList<Shop.SizeTable> tables:
                    read = read with { SizeTables = tables };
                    break;
                case IReadOnlyList<Shop.SampleOrder> orders:
                    read = read with { Orders = orders };
                    break;
                case IReadOnlyList<Taxonomy.IntentDefinition> taxonomy:
                    read = read with { Taxonomy = taxonomy };
                    break;
                case IReadOnlyList<GoldenQuestion> golden:
                    read = read with { Golden = [.. read.Golden, .. golden] };
                    break;
                case RankingWeights ranking:
                    read = read with { Ranking = ranking };
                    break;
                case ShopLexicon lexicon:
                    read = read with { Lexicon = Merge(read.Lexicon, lexicon) };
                    break;
            }
        }

        return read with
        {
            Scripts = scripts.OrderBy(script => script.Id, StringComparer.Ordinal).ToArray(),
            Platforms = platforms.OrderBy(platform => platform.Id, StringComparer.Ordinal).ToArray(),
        };
    }

    private static ShopPolicy Merge(ShopPolicy left, ShopPolicy right) => new(
        Merge(left.Slots, right.Slots),
        [.. left.Ceilings, .. right.Ceilings],
        [.. left.NeverPromise, .. right.NeverPromise],
        [.. left.LegalNotes, .. right.LegalNotes]);

    private static ShopLexicon Merge(ShopLexicon left, ShopLexicon right) => new(
        [.. left.Terms, .. right.Terms],
        [.. left.Synonyms, .. right.Synonyms],
        Merge(left.Homophones, right.Homophones));

    private static OrderedDictionary<string, string> Merge(
        IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right)
    {
        var merged = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in left.Concat(right))
            merged[key] = value;
        return merged;
    }

    private static string Hash(IEnumerable<KnowledgeFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Path + "\n"));
            hash.AppendData(BitConverter.GetBytes(file.Length));
            hash.AppendData(file.Bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
