using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Tests.Lint;

public class HomophoneRuleTests
{
    private static readonly OutboundGuard Shop = new(KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!);

    /// <summary>Slips that the lexicon does not list, and what was meant: the base's own language has to know them.</summary>
    public static TheoryData<string, string, string> Unlisted => new()
    {
        { "亲，我这就帮您申青售后", "申青", "申请" },
        { "亲，您可以修该一下备注", "修该", "修改" },
        { "亲，仓苦已经在打包了", "仓苦", "仓库" },
        { "亲，这件的颜社和图片一样", "颜社", "颜色" },
        { "亲，给您安牌顺丰寄出", "安牌", "安排" },
        { "亲，麻凡您拍张照片", "麻凡", "麻烦" },
        { "亲，您的订丹已经生成", "订丹", "订单" },
        { "亲，售厚问题我们来处理", "售厚", "售后" },
    };

    [Theory]
    [InlineData("亲，今天发火哦，您放心", "今天发火", "今天发货")]
    [InlineData("亲，优惠卷已经给您了", "优惠卷", "优惠券")]
    [InlineData("亲，退宽会原路返回", "退宽", "退款")]
    [InlineData("亲，您的收获地址对吗", "收获地址", "收货地址")]
    public void Check_WhenTheLexiconListsTheSlip_OffersWhatWasMeant(string draft, string slip, string meant) => ExpectSlip(draft, slip, meant);

    [Theory]
    [MemberData(nameof(Unlisted))]
    public void Check_WhenARunOfCharactersSoundsLikeAWordOfTheBase_OffersTheWord(string draft, string slip, string meant) => ExpectSlip(draft, slip, meant);

    [Fact]
    public void Check_WhenGivenGoodLines_SeesFewSlips()
    {
        var lines = OutboundGuardTests.Lines("good-lines.txt");
        var alarms = lines.Where(line => Shop.Check(line, "web").Any(finding => finding.Code == FindingCodes.Homophone)).ToList();
        ((double)alarms.Count / lines.Count).ShouldBeLessThanOrEqualTo(0.01, string.Join('\n', alarms));
    }

    private static void ExpectSlip(string draft, string slip, string meant)
    {
        var finding = Shop.Check(draft, "web").Single(finding => finding.Code == FindingCodes.Homophone);
        (draft.Substring(finding.Start, finding.Length), finding.Fix, finding.Severity).ShouldBe((slip, meant, Severity.Warning));
    }
}
