using System.Text;
using System.Text.RegularExpressions;
using ReplyBot.Text;
using ReplyBot.Text.Pronunciation;

namespace TextTables;

/// <summary>Makes the pronunciation table from pinyin-pro's dictionaries and our own list of polyphones.</summary>
internal static partial class PronunciationSource
{
    private static readonly string[] PhraseFiles = ["dict2.mjs", "dict3.mjs", "dict4.mjs", "dict5.mjs"];

    /// <summary>Builds the table; our own list has the last word.</summary>
    public static PronunciationTables Build(string pinyinPro, string ownList, TextNormalizer normalizer)
    {
        var characters = ReadCharacters(Path.Combine(pinyinPro, "dict1.mjs"));
        var phrases = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (key, value) in PhraseFiles.SelectMany(file => Entries(Path.Combine(pinyinPro, file))))
        {
            var phrase = normalizer.Normalize(key);
            var readings = Spell(value);
            if (phrase.Length == readings.Length)
                phrases.TryAdd(phrase, readings);
        }

        foreach (var line in File.ReadLines(ownList).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var fields = line.Split(' ');
            if (fields[0].Length == 1)
                characters[fields[0][0]] = fields[1];
            else if (fields[0].Length == fields.Length - 1)
                phrases[fields[0]] = fields[1..];
            else
                throw new InvalidDataException($"One syllable for each character is needed: {line}");
        }

        return PronunciationTables.Build(characters, phrases);
    }

    /// <summary>The file groups characters by their readings, the usual one first: readings: ['字', …].</summary>
    private static Dictionary<char, string> ReadCharacters(string path)
    {
        var readings = new Dictionary<char, string>();
        foreach (Match group in CharacterGroup().Matches(File.ReadAllText(path)))
        {
            var usual = Spell(group.Groups["readings"].Value)[0];
            foreach (Match character in QuotedCharacter().Matches(group.Groups["characters"].Value))
            {
                if (character.Groups["character"].Value is [var c])
                    readings[c] = usual;
            }
        }

        return readings;
    }

    private static IEnumerable<(string Key, string Value)> Entries(string path) =>
        Entry().Matches(File.ReadAllText(path)).Select(match => (match.Groups["key"].Value, match.Groups["value"].Value));

    /// <summary>Tones off, ü as v, as it is typed: "lǜ shī" gives lv, shi.</summary>
    private static string[] Spell(string pinyin) => [.. pinyin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(SpellOne)];

    private static string SpellOne(string syllable)
    {
        var spelt = new StringBuilder();
        foreach (var c in syllable)
        {
            spelt.Append(c switch
            {
                'ā' or 'á' or 'ǎ' or 'à' => 'a',
                'ē' or 'é' or 'ě' or 'è' => 'e',
                'ī' or 'í' or 'ǐ' or 'ì' => 'i',
                'ō' or 'ó' or 'ǒ' or 'ò' => 'o',
                'ū' or 'ú' or 'ǔ' or 'ù' => 'u',
                'ü' or 'ǖ' or 'ǘ' or 'ǚ' or 'ǜ' => 'v',
                'ń' or 'ň' or 'ǹ' => 'n',
                'ḿ' => 'm',
                _ => c,
            });
        }

        return spelt.ToString();
    }

    [GeneratedRegex(@"(?:'(?<readings>[^']+)'|(?<readings>[^\s'\[\]{}=]+)): \[(?<characters>[^\]]*)\]")]
    private static partial Regex CharacterGroup();

    [GeneratedRegex("'(?<character>[^']+)'")]
    private static partial Regex QuotedCharacter();

    [GeneratedRegex(@"^\s+['""]?(?<key>[^\s'"":]+)['""]?: ['""](?<value>[^'""]+)['""],?\r?$", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
