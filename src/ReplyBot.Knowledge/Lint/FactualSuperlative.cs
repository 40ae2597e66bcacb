using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>
/// Tells a superlative that counts, names or advises from one that praises: 第一版, 顶级会员, 冠军红 and 说一声最好 say nothing about how good
/// the goods are; 销量第一次登顶 does.
/// </summary>
internal static partial class FactualSuperlative
{
    private const int Reach = 8;

    /// <summary>Whether the phrase that stands in a text says a fact.</summary>
    public static bool IsFact(string text, int start, int length)
    {
        var phrase = text.AsSpan(start, length);
        var before = text.AsSpan(Math.Max(0, start - Reach), Math.Min(Reach, start));
        var after = text.AsSpan(start + length);
        if (phrase is "第一")
            return Counted().IsMatch(after) && !Ranked().IsMatch(before);
        if (phrase is "最好")
            return Advice().IsMatch(before) && (after.Length == 0 || "，。！,.!；;了哦呢哈".Contains(after[0], StringComparison.Ordinal));
        if (phrase is "绝对")
            return Attitude().IsMatch(after);
        if (phrase is "最低")
            return Setting().IsMatch(after);
        return Named().IsMatch(after);
    }

    /// <summary>第一 counts whatever a measure word names.</summary>
    [GeneratedRegex("^(?:[名版步次个条张件款页层格排行列季代期批种项天日周月年章节集册卷轮波颗粒杯瓶袋盒包箱回遍句位眼枚双只台部壶锅碗盆勺门间道口桶栋栏段根类档场关课餐顿站封笔针刀勺排等声声趟圈]|人称|时间|学期|学年|单元|阶段)(?!牌)")]
    private static partial Regex Counted();

    [GeneratedRegex("(?:销量|销售|全国|全网|全球|行业|业内|世界|国内|排名|口碑|同类|质量|品质|类目|市场|回购|好评|人气)[一-龥]{0,3}$")]
    private static partial Regex Ranked();

    /// <summary>What had better be done ends in an act: 提前说一声最好, 先量一下最好.</summary>
    [GeneratedRegex("(?:一[声下张遍次]|提前[一-龥]{1,4}|事先[一-龥]{1,4}|先[一-龥]{1,5}|清楚)$")]
    private static partial Regex Advice();

    /// <summary>About the buyer's freedom or our attitude nothing is claimed too much: 您绝对可以先看看, 绝对没有怪您的意思.</summary>
    [GeneratedRegex("^(?:可以|有权|理解|尊重|支持您|没有?[一-龥]{0,8}(?:意思|怪您|嫌|敷衍|推脱))")]
    private static partial Regex Attitude();

    /// <summary>最低可以调到三挡 says what the goods can be set to.</summary>
    [GeneratedRegex("^(?:可以?|能)?(?:调|放|降|缩|拉|设)(?:到|至|成)|^(?:可以|能)到")]
    private static partial Regex Setting();

    /// <summary>The name of a rank, a colour, a pattern or a prize, or what the buyer has put first.</summary>
    [GeneratedRegex("^(?:性?(?:标签|标识|编号)|说的是|会员|用户|账号|卡(?!路)|版(?!本领)|[红蓝绿白黑灰粉紫黄橙棕金银](?:色|是|这|款|的|$|[，。])|色[号系]?(?:是|这|的|有)|杯|奖|赛|图案|字样|[这那]个(?:名字|词|颜色)|快递|地址|语言|语种|联系)")]
    private static partial Regex Named();
}
