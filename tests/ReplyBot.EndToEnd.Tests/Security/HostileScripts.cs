using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.Security;

/// <summary>Scripts whose wordings are payloads, each with a question that the bot answers with it and with nothing else.</summary>
internal static partial class HostileScripts
{
    private const string Intent = "ship.time";
    private const string Digits = "零一二三四五六七八九";

    /// <summary>How many payloads one form holds.</summary>
    private const int FormLoad = 60;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The question that a payload answers.</summary>
    public static string QuestionOf(int place) => "付款后多久发货，暗号" + string.Concat($"{place}".Select(digit => Digits[digit - '0']));

    /// <summary>The scripts that hold many payloads in every field, for the form.</summary>
    public static IEnumerable<string> FormsOf(int payloads) => Enumerable.Range(0, (payloads + FormLoad - 1) / FormLoad).Select(form => $"{Intent}.form{form}");

    /// <summary>Files a script for each payload that the rules for what we say let through.</summary>
    /// <returns>Those payloads, in their order.</returns>
    public static async Task<string[]> FileAsync(ShopFolders folders, string[] payloads)
    {
        payloads = [.. payloads.DistinctBy(payload => string.Concat(payload.ToUpperInvariant().Where(char.IsLetterOrDigit)))];
        Write(folders, payloads);
        var lint = await ReplyBotCommand.RunAsync(folders, ["kb", "lint"]);
        var refused = lint.Output.Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => Numbered().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        var taken = payloads.Where((_, place) => !refused.Contains(place)).ToArray();
        Write(folders, taken);
        return taken;
    }

    /// <summary>Writes the scripts.</summary>
    /// <param name="folders">Where.</param>
    /// <param name="payloads">The payloads.</param>
    /// <param name="shifted">By how many places every payload is moved on, so that every script differs from what was published.</param>
    public static void Write(ShopFolders folders, string[] payloads, int shifted = 0)
    {
        var single = payloads.Select((_, place) => Script($"h{place}", QuestionOf(place), [payloads[(place + shifted) % payloads.Length]], []));
        var forms = payloads.Chunk(FormLoad).Select((some, form) => Script($"form{form}", $"表单{Digits[form % 10]}", some, some));
        File.WriteAllText(folders.ContentFile("scripts", "in-sale", "hostile.yaml"), $"schema: 1\nscripts:\n{string.Concat(single.Concat(forms))}");
    }

    private static string Script(string name, string question, IEnumerable<string> wordings, IEnumerable<string> variants) => $$"""
          - id: {{Intent}}.{{name}}
            intent: {{Intent}}
            question: {{question}}
            variants: {{Flow(variants.Where(variant => variant.Length < 200))}}
            wordings: {{Flow(wordings)}}
            when: {stage: any}
            send: automatic
            note: {{Flow(wordings.Take(1))[1..^1]}}

        """;

    /// <summary>JSON is YAML.</summary>
    private static string Flow(IEnumerable<string> texts) => JsonSerializer.Serialize(texts, Quoted);

    [GeneratedRegex(@"ship\.time\.h([0-9]+)")]
    private static partial Regex Numbered();
}
