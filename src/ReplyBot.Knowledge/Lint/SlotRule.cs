using System.Text.RegularExpressions;
using ReplyBot.Knowledge.Rendering;

namespace ReplyBot.Knowledge.Lint;

/// <summary>No text goes out with a slot that nobody filled, nor with a blank left for a human (XX中转站, ____, 【】).</summary>
internal sealed partial class SlotRule : ITextRule
{
    public void Check(CheckedText text)
    {
        if (text.Original.Contains("{{", StringComparison.Ordinal) || text.Original.Contains("}}", StringComparison.Ordinal))
            CheckSlots(text);
        foreach (var blank in Blanks().EnumerateMatches(text.Original))
        {
            text.ReportOriginal(
                FindingCodes.EmptySlot, Severity.Error, blank.Index, blank.Length,
                "这里还空着，没有填内容", "A blank was left unfilled here");
        }
    }

    private static void CheckSlots(CheckedText text)
    {
        var template = SlotTemplate.Parse(text.Original);
        foreach (var part in template.Parts)
        {
            if (part is SlotPart slot)
                CheckSlot(text, slot);
            else if (part is TextPart plain)
                CheckBraces(text, plain);
        }
    }

    private static void CheckSlot(CheckedText text, SlotPart slot)
    {
        if (!text.IsTemplate)
        {
            text.ReportOriginal(
                FindingCodes.EmptySlot, Severity.Error, slot.Start, slot.Length,
                $"“{slot.Slot}”还没有填内容", $"The slot '{slot.Slot}' is not filled");
        }
        else if (!SlotReference.IsKnown(slot.Slot))
        {
            text.ReportOriginal(
                FindingCodes.UnknownSlot, Severity.Error, slot.Start, slot.Length,
                $"没有“{slot.Slot}”这个槽位", $"There is no slot '{slot.Slot}'", Nearest(slot.Slot));
        }
    }

    private static void CheckBraces(CheckedText text, TextPart plain)
    {
        var at = plain.Text.IndexOf("{{", StringComparison.Ordinal);
        if (at < 0)
            at = plain.Text.IndexOf("}}", StringComparison.Ordinal);
        if (at >= 0)
        {
            text.ReportOriginal(
                text.IsTemplate ? FindingCodes.MalformedSlot : FindingCodes.EmptySlot, Severity.Error, plain.Start + at, 2,
                "花括号不成对，槽位写作 {{source.field}}", "Stray braces; a slot is written {{source.field}}");
        }
    }

    private static string? Nearest(string slot)
    {
        var nearest = SlotReference.All.MinBy(known => Distance(known, slot));
        return nearest is not null && Distance(nearest, slot) <= 4 ? "{{" + nearest + "}}" : null;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }

    private const string Names = "会员名|店铺名|店名|品牌名|用户名|昵称|买家名|待补|待填|请填|补充|姓名|单号|订单号|时间|金额|地址|名称|名字|商品名|数字|日期|电话|号码|数量|颜色|尺码|填写|此处|XX|xx";

    [GeneratedRegex(@"(?<![A-Za-z0-9])[Xx×]{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])[XxＸ×]\s*[月日点元天时](?:[XxＸ×]\s*[日点])?|_{2,}|＿{2,}|【\s*】|（\s*）|\(\s*\)|［\s*］|\[\s*\]|\$?(?<!\{)\{[^{}]{0,24}\}(?!\})|[<\[【（(][^<>\[\]【】（）()]{0,8}(?:" + Names + @")[xX]?[>\]】）)]|<[^<>\sA-Za-z]{1,8}名>|%[sd](?![A-Za-z])|(?<![A-Za-z])(?:null|undefined|NaN)(?![A-Za-z])|#{2,}|@{2,}|[○◯□△●][月日号]|[?？*＊]月[?？*＊]|(?<![A-Za-z0-9])[NMYnmyZz](?:元|天|小时|分钟|折)|[：:]\s*(?:待补|待填|待定|待更新)\s*$|(?<![0-9-])0{3,4}-?0{4,}(?![0-9])|(?:某某|某)(?:快递|仓库|商品|中转站)")]
    private static partial Regex Blanks();
}
