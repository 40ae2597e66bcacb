using FsCheck;
using FsCheck.Fluent;
using ReplyBot.Intent.Slots;
using ReplyBot.Intent.Tests.Material;

namespace ReplyBot.Intent.Tests;

[Collection(nameof(TrainedModel))]
public sealed class UtteranceReaderTests(TrainedModel trained)
{
    private static readonly ProductNames Products = new(new Dictionary<string, IReadOnlyList<string>> { ["nuts"] = ["每日坚果", "坚果"] });

    [Fact]
    public void Read_OnAnyString_KeepsItsSpansInsideTheText()
    {
        var reader = new UtteranceReader(trained.Model, Products);
        var pieces = Gen.Elements("坚果", "订单号", "13812345678", "2026112100017788", "不然差评", "退款", "，", "\n", "😡", "\ud83d", "\0", "一百六十斤", "身高１７０", "①", "㎏", "１", "別家", "ﷺ", "。", "abc");
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            pieces.ListOf().Select(list => string.Concat(list)));
        Prop.ForAll(texts.ToArbitrary(), text => SpansLieInside(reader.Read(text))).QuickCheckThrowOnFailure();
    }

    [SharedFact]
    public void Read_OnHostileStrings_NeverThrows()
    {
        var reader = new UtteranceReader(trained.Model, Products);
        var json = File.ReadAllText(Path.Combine(Folders.Shared!, "badinputs", "blns", "blns.json"));
        foreach (var text in System.Text.Json.JsonSerializer.Deserialize<string[]>(json)!)
            SpansLieInside(reader.Read(text)).ShouldBeTrue(text);
    }

    [Fact]
    public void Read_WhenMessageIsVeryLong_ReadsItsBeginning()
    {
        var text = "什么时候发货" + new string('。', 100_000);
        var understanding = new UtteranceReader(trained.Model, Products).Read(text);
        understanding.Text.ShouldBe(text);
        SpansLieInside(understanding).ShouldBeTrue();
    }

    [Fact]
    public void Read_WhenBuyerGivesOrderAndPhoneTail_GivesBoth()
    {
        var understanding = new UtteranceReader(trained.Model, Products).Read("802610005433012 尾号1338");
        understanding.SlotValue(SlotKind.OrderNumber).ShouldBe("802610005433012");
        understanding.SlotValue(SlotKind.PhoneTail).ShouldBe("1338");
    }

    private static bool SpansLieInside(Understanding read)
    {
        IEnumerable<(int Start, int Length)> spans =
        [
            .. read.Slots.Select(slot => (slot.Start, slot.Length)),
            .. read.Requests.Select(request => (request.Start, request.Length)),
            .. read.BuyerTypes.Select(evidence => (evidence.Start, evidence.Length)),
            .. read.Threats.Select(threat => (threat.Start, threat.Length)),
        ];
        return read.Requests.Count > 0
            && spans.All(span => span.Start >= 0 && span.Length >= 0 && span.Start + span.Length <= read.Text.Length)
            && read.Intent.Ranked.All(scored => scored.Confidence is >= 0 and <= 1);
    }
}
