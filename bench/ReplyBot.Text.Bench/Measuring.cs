using System.Diagnostics;

namespace ReplyBot.Text.Bench;

/// <summary>Measures one thread over messages of twelve characters, some of which need normalising.</summary>
internal static class Measuring
{
    private const int MessageLength = 12;
    private const int Rounds = 7;
    private const int MessagesPerRound = 200_000;

    private static readonly string[] Messages = MakeMessages();

    /// <summary>Loads everything that is loaded at first use.</summary>
    public static void Load()
    {
        Segmenter.Default.Segment(TextNormalizer.Default.Normalize("您好，什么时候發貨？"));
        Pinyin.Default.Initials("发货时间");
    }

    /// <summary>Runs the measurements and prints the median of the rounds.</summary>
    public static void Run()
    {
        var phrases = Messages.Take(500).Select((message, i) => (message[..4], i)).Append(("淘宝", -1)).Append(("微信", -2));
        var byText = new PhraseMatcher<int>(phrases, PhraseMatching.Text);
        var byPinyin = new PhraseMatcher<int>(phrases, PhraseMatching.TextAndPinyin);
        Measure("normalise", message => TextNormalizer.Default.Normalize(message).Length);
        Measure("  with offsets", message => TextNormalizer.Default.NormalizeWithOffsets(message).Text.Length);
        Measure("segment", Segment);
        Measure("normalise, segment", message => Segment(TextNormalizer.Default.Normalize(message)));
        Measure("pinyin", message => Pinyin.Default.Read(message).Length);
        Measure("500 phrases", message => byText.Any(message) ? 1 : 0);
        Measure("  and by pinyin", message => byPinyin.Any(message) ? 1 : 0);
    }

    private static int Segment(string message)
    {
        Span<Token> tokens = stackalloc Token[4 * MessageLength];
        return Segmenter.Default.Segment(message, tokens);
    }

    private static void Measure(string what, Func<string, int> work)
    {
        var rates = new double[Rounds];
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var sum = 0L;
            for (var i = 0; i < MessagesPerRound; i++)
                sum += work(Messages[i % Messages.Length]);
            rates[round] = MessagesPerRound / watch.Elapsed.TotalSeconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
            GC.KeepAlive(sum);
        }

        Array.Sort(rates);
        Console.WriteLine($"{what,-18} {rates[Rounds / 2],12:N0} messages/s {(double)allocated / MessagesPerRound,8:N1} bytes each");
    }

    /// <summary>Twelve characters from anywhere in talk of our own; one in two with full-width marks, one in eight Traditional.</summary>
    private static string[] MakeMessages()
    {
        const string talk = "您好这件衣服还有货吗我身高一米七体重一百二穿什么码合适拍下以后大概多久能发出来能不能走顺丰快递昨天买的两条裤子到现在还没有物流信息麻烦帮我催一下仓库"
            + "收到的杯子碎了一个可以补发或者退一半的钱吗运费险怎么没有自动理赔发票抬头写错了能重新开一张吗满三百减四十的优惠券为什么用不了颜色跟图片上差得有点多不太满意想换成黑色的"
            + "地址填错了帮忙改成公司那边谢谢老板再便宜点我就下单了洗了一次就掉毛起球质量真的不行三天了也没人处理再不解决我就投诉了";
        var random = new Random(20260101);
        return [.. Enumerable.Range(0, 4096).Select(i =>
        {
            var start = random.Next(talk.Length - MessageLength);
            var message = talk.Substring(start, MessageLength);
            if (i % 2 == 0)
                message = message[..(MessageLength - 1)] + "？";
            return i % 8 == 1 ? message.Replace("发货", "發貨", StringComparison.Ordinal).Replace('这', '這').Replace('么', '麼').Replace('个', '個') : message;
        })];
    }
}
