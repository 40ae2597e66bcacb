using ReplyBot.Knowledge.Platforms;
using ReplyBot.Knowledge.Policies;

namespace ReplyBot.Knowledge.Files;

/// <summary>Reads the platforms, the advertising law and the policy.</summary>
internal static class RuleFileReader
{
    public static Platform? ReadPlatform(MappingReader file)
    {
        var id = file.RequiredText("id");
        var platform = new Platform(
            id ?? "",
            file.Texts("names"),
            file.Texts("abbreviations"),
            file.Texts("slang"),
            file.Texts("disguises"),
            file.Texts("terms"),
            file.Texts("allow"),
            ReadForbidden(file),
            ReadClock(file.Child("clock")));
        file.ReportUnknown();
        return id is null ? null : platform;
    }

    public static AdvertisingLaw ReadAdvertisingLaw(MappingReader file)
    {
        var law = new AdvertisingLaw(ReadForbidden(file), file.Texts("allow"));
        file.ReportUnknown();
        return law;
    }

    public static ShopPolicy ReadPolicy(MappingReader file)
    {
        var ceilings = new List<CompensationCeiling>();
        var slots = file.TextMap("slots");
        foreach (var reader in file.Children("ceilings"))
        {
            ceilings.Add(new CompensationCeiling(
                reader.RequiredText("case") ?? "",
                reader.RequiredText("intent") ?? "",
                reader.Number("max_yuan") ?? 0,
                reader.RequiredText("approver") ?? ""));
            reader.ReportUnknown();
        }

        var policy = new ShopPolicy(slots, ceilings, file.Texts("never_promise"), file.Texts("legal_note"));
        file.ReportUnknown();
        return policy;
    }

    private static List<ForbiddenPhrase> ReadForbidden(MappingReader file)
    {
        var phrases = new List<ForbiddenPhrase>();
        foreach (var reader in file.Children("forbidden"))
        {
            if (reader.RequiredText("phrase") is { } phrase)
                phrases.Add(new ForbiddenPhrase(phrase, reader.Text("rewrite"), reader.Text("reason")));
            reader.ReportUnknown();
        }

        return phrases;
    }

    private static ServiceClock ReadClock(MappingReader? reader)
    {
        if (reader is null)
            return new ServiceClock(null, null, null, null, null);
        var clock = new ServiceClock(
            reader.Number("first_response_seconds"),
            reader.Number("response_seconds"),
            reader.Number("reply_rate_target"),
            reader.Number("answer_ratio_target"),
            reader.Text("hours"))
        {
            IgnoresAutomatic = reader.Flag("ignores_automatic"),
            IgnoresNotices = reader.Flag("ignores_notices"),
        };
        reader.ReportUnknown();
        return clock;
    }
}
