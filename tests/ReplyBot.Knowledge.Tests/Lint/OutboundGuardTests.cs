using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Knowledge.Tests.Lint;

public class OutboundGuardTests
{
    private static readonly OutboundGuard Shop = new(KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!);

    /// <summary>
    /// The rules were written with the first list, and the conduct model learned from the first two; the unseen ones were written before the
    /// rules were read.
    /// </summary>
    [Theory]
    [InlineData("bad-lines.txt", 300, 0.05)]
    [InlineData("unfit.txt", 600, 0.05)]
    [InlineData("unseen-bad-lines.txt", 100, 0.05)]
    public void Check_WhenGivenBadLines_FindsNearlyAll(string list, int least, double missing)
    {
        var lines = Lines(list);
        var missed = lines.Where(line => Shop.Check(line, "web").Count == 0).ToArray();

        lines.Count.ShouldBeGreaterThanOrEqualTo(least);
        ((double)missed.Length / lines.Count).ShouldBeLessThanOrEqualTo(missing, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("good-lines.txt", 300, 0.02)]
    [InlineData("fit.txt", 600, 0.02)]
    [InlineData("unseen-good-lines.txt", 100, 0.02)]
    public void Check_WhenGivenGoodLines_LetsNearlyAllPass(string list, int least, double blaming)
    {
        var lines = Lines(list);
        var blamed = lines
            .Select(line => (Line: line, Findings: Shop.Check(line, "web")))
            .Where(entry => entry.Findings.Count > 0)
            .Select(entry => $"{entry.Line}  {entry.Findings[0].Code} {entry.Line.AsSpan(entry.Findings[0].Start, entry.Findings[0].Length)}")
            .ToArray();

        lines.Count.ShouldBeGreaterThanOrEqualTo(least);
        ((double)blamed.Length / lines.Count).ShouldBeLessThanOrEqualTo(blaming, string.Join('\n', blamed));
    }

    /// <summary>
    /// Agents' drafts with the channel each is written for. Every pair was written before the rules were read and is of other trades than
    /// the one before; the rules were mended by the kinds of mistakes that it showed.
    /// </summary>
    [Theory]
    [InlineData("channel-bad-lines.txt", true, 0.95)]
    [InlineData("channel-good-lines.txt", false, 0.97)]
    [InlineData("later-bad-lines.txt", true, 0.95)]
    [InlineData("later-good-lines.txt", false, 0.98)]
    [InlineData("fresh-bad-lines.txt", true, 0.95)]
    [InlineData("fresh-good-lines.txt", false, 0.98)]
    public void Check_WhenGivenDraftsOfAChannel_TellsBadFromGood(string list, bool bad, double least)
    {
        var drafts = Lines(list).Select(line => line.Split('\t', 2)).ToArray();
        var mistaken = drafts.Where(draft => Shop.Check(draft[1], draft[0]).Count > 0 != bad).Select(draft => draft[1]).ToArray();

        (1 - ((double)mistaken.Length / drafts.Length)).ShouldBeGreaterThanOrEqualTo(least, string.Join('\n', mistaken));
    }

    [Theory]
    [InlineData("bad-lines.txt")]
    [InlineData("good-lines.txt")]
    public void Forbidding_AnyLine_IsWhatCheckFindsWithoutWarnings(string list) =>
        Lines(list).Where(line => !Shop.Forbidding(line, "web").SequenceEqual(Shop.Check(line, "web").Where(finding => finding.Severity == Severity.Error))).ShouldBeEmpty();

    [Theory]
    [InlineData("您可以用支付宝付款", "taobao", false)]
    [InlineData("您可以用支付宝付款", "jd", true)]
    [InlineData("您可以用支付宝付款", "wechat", true)]
    [InlineData("您可以用支付宝付款", "web", false)]
    [InlineData("结算时选微信支付就可以", "web", false)]
    [InlineData("结算时选微信支付就可以", "wechat", false)]
    [InlineData("结算时选微信支付就可以", "jd", true)]
    [InlineData("结算时选微信支付就可以", "taobao", true)]
    [InlineData("有问题微信上说", "web", true)]
    [InlineData("花呗也可以付", "web", true)]
    [InlineData("京东会送到家", "jd", false)]
    [InlineData("京东会送到家", "taobao", true)]
    [InlineData("京东会送到家", "an-unknown-channel", true)]
    [InlineData("送到北京东路的地址可以的，您放心", "taobao", false)]
    public void Check_WhenAWordBelongsToAPlatform_AllowsItOnlyThere(string text, string channel, bool forbidden) =>
        Shop.Check(text, channel).Any(finding => finding.Code is FindingCodes.PlatformWord).ShouldBe(forbidden);

    [Theory]
    [InlineData("您去淘 宝看看", 2, 3)]
    [InlineData("您去tao宝看看", 2, 4)]
    [InlineData("您去淘寶看看", 2, 2)]
    public void Check_WhenANameIsDisguised_PointsAtIt(string text, int start, int length)
    {
        var finding = Shop.Check(text, "jd").ShouldHaveSingleItem();

        (finding.Start, finding.Length).ShouldBe((start, length));
        finding.Fix.ShouldBe("平台");
        finding.MessageZh.ShouldNotBeEmpty();
        finding.MessageEn.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("亲，12小时内发货哦，您放心", "12小时内发货", "24小时内发货")]
    [InlineData("亲，一天内退款到您账户哦", "一天内退款", "3天内退款")]
    [InlineData("亲，支持15天无理由退换的", "15天无理由", "7天无理由")]
    public void Check_WhenAPromiseGoesBeyondThePolicy_OffersWhatThePolicyAllows(string draft, string promise, string allowed)
    {
        var finding = Shop.Check(draft, "web").First(finding => finding.Code == FindingCodes.BrokenPromise);
        var mended = draft.Remove(finding.Start, finding.Length).Insert(finding.Start, finding.Fix!);
        mended.ShouldBe(draft.Replace(promise, allowed, StringComparison.Ordinal));
        Shop.Check(mended, "web").ShouldNotContain(found => found.Code == FindingCodes.BrokenPromise);
    }

    [Theory]
    [InlineData("两小时就能给您发走，您放心", true)]
    [InlineData("半小时后我再看一次，有消息就告诉您", false)]
    [InlineData("今天拍的话铁定今天寄出", true)]
    [InlineData("预计今天能寄出，有变化马上告诉您", false)]
    [InlineData("周三之前肯定送到您手里", true)]
    [InlineData("一般两到三天能到，您留意物流", false)]
    [InlineData("快递最多一天就到北京", true)]
    [InlineData("款项当天就能退回您卡里", true)]
    [InlineData("一个月之内不喜欢都能退回来", true)]
    [InlineData("五年之内免费给换新", true)]
    public void Check_WhenATimeIsPromisedInOtherWords_ComparesItWithThePolicy(string text, bool beyond) =>
        Shop.Check(text, "web").Any(finding => finding.Code == FindingCodes.BrokenPromise).ShouldBe(beyond);

    [Theory]
    [InlineData("您留个手机号，我用私人号联系您详谈", true)]
    [InlineData("请不要把验证码告诉任何人，我们也不会索要", false)]
    [InlineData("您的身份证号发我一下，我帮您登记", true)]
    [InlineData("麻烦点右下角的加号，可以发图片给我", false)]
    [InlineData("这边说话不方便，换个软件聊", true)]
    public void Check_WhenABuyerIsLedAwayOrAskedForSecrets_StopsIt(string text, bool stopped) =>
        Shop.Check(text, "web").Any(finding => finding.Severity == Severity.Error).ShouldBe(stopped);

    [Fact]
    public void Check_WhenNoRuleNamesIt_OnlyWarns()
    {
        var finding = Shop.Check("亲，在的。你眼睛长哪去了，颜色写着呢", "web").ShouldHaveSingleItem();

        (finding.Code, finding.Severity, finding.Start).ShouldBe((FindingCodes.Doubtful, Severity.Warning, 5));
    }

    [Fact]
    public void Check_WhenASlotIsLeft_StopsTheText()
    {
        var finding = Shop.Check("您的订单{{order.number}}已发出，请放心", "web").ShouldHaveSingleItem();

        (finding.Code, finding.Severity, finding.Start, finding.Length).ShouldBe((FindingCodes.EmptySlot, Severity.Error, 4, 16));
        Shop.CheckTemplate("您的订单{{order.number}}已发出，请放心", []).ShouldBeEmpty();
    }

    [Fact]
    public void CheckTemplate_WhenAPromiseIsTyped_AsksForASlot()
    {
        Shop.CheckTemplate("付款后24小时内发出，请放心。", []).ShouldContain(finding => finding.Code == FindingCodes.TypedPromise);
        Shop.CheckTemplate("付款后{{policy.dispatch_hours}}小时内发出，请放心。", []).ShouldBeEmpty();
        Shop.CheckTemplate("付款后{{policy.dispatch_hour}}小时内发出。", []).Single().Fix.ShouldBe("{{policy.dispatch_hours}}");
    }

    [Theory]
    [InlineData("12小时内发货，请放心", true)]
    [InlineData("24小时内发货，请放心", false)]
    [InlineData("二十四小时内发货，请放心", false)]
    [InlineData("半小时内发货，请放心", true)]
    [InlineData("一天内发货，请放心", false)]
    [InlineData("收到后7天内可以退货，请放心", false)]
    [InlineData("收到后15天内可以退货，请放心", true)]
    [InlineData("质保12个月，请放心", false)]
    [InlineData("质保两年，请放心", true)]
    [InlineData("不能保证明天到，请您留意物流", false)]
    public void Check_WhenATimeIsPromised_ComparesItWithThePolicy(string text, bool beyond) =>
        Shop.Check(text, "web").Any(finding => finding.Code == FindingCodes.BrokenPromise).ShouldBe(beyond);

    [Theory]
    [InlineData("补偿您30元，请您理解", false)]
    [InlineData("补偿您3000元，请您理解", true)]
    public void Check_WhenMoneyIsOffered_ComparesItWithTheCeiling(string text, bool above) =>
        Shop.Check(text, "web").Any(finding => finding.Code == FindingCodes.AboveCeiling).ShouldBe(above);

    [Fact]
    public void Check_WhenTheNumberIsTheShopsOwn_IsNotPersonalData()
    {
        Shop.Check("客服电话是400-000-0123，欢迎拨打", "web").ShouldBeEmpty();
        Shop.Check("您的订单号802610005433012已经查到，请稍等", "web").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800")]
    [InlineData("{{{{}}}}")]
    [InlineData("\0\u200B\u202E")]
    public void Check_WhenTextIsHostile_Answers(string text) =>
        Shop.Check(text, "web").ShouldAllBe(finding => finding.Start >= 0 && finding.Start + finding.Length <= text.Length);

    internal static List<string> Lines(string name)
    {
        using var stream = typeof(OutboundGuardTests).Assembly.GetManifestResourceStream("Lint." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
    }
}
