using System.Buffers;
using System.Text.RegularExpressions;

namespace ReplyBot.Knowledge.Lint;

/// <summary>What should not be said, in English: the lists and the other patterns are of Chinese.</summary>
internal static partial class EnglishPatterns
{
    /// <summary>Of these an English sentence has one; a Chinese text with a Latin name in it has none.</summary>
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["the ", "we ", "i ", "i'", "you", "our ", "no ", "not ", "to ", "my ", "is ", "stupid", "idiot", "internal", "impossible", "star"], StringComparison.Ordinal);

    private static readonly Func<string, int, int, bool> Never = (_, _, _) => false;

    public static IReadOnlyList<SpokenPattern> All { get; } =
    [
        new(Praise(), FindingCodes.Superlative, "广告法不允许这样夸", "Advertising law forbids this praise", "well made and often bought again") { Hints = Words, IsDenied = IsDenied },
        new(Promise(), FindingCodes.BrokenPromise, "这个承诺店铺不一定做得到", "The shop may not keep this promise", "We will do our best and tell you of any change") { Hints = Words, IsDenied = IsDenied },
        new(Refusal(), FindingCodes.FlatRefusal, "拒绝之后没有给出办法，请说明原因和能做的事", "A refusal that offers no way on; give the reason and what can be done", "We cannot do that, but here is what we can do") { Hints = Words, IsDenied = Never },
        new(Contempt(), FindingCodes.Provocation, "这样说会激怒买家", "This provokes the buyer", "I understand; let me look into it right away") { Hints = Words, IsDenied = Never },
        new(Leeway(), FindingCodes.FloorPrice, "会泄露成本或让价权限", "This gives away cost or leeway", "The price on the page holds; let me look for a coupon") { Hints = Words, IsDenied = IsDenied },
        new(Inside(), FindingCodes.InternalNote, "店铺内部的事不该对买家说", "What happens inside the shop is not for buyers", null) { Hints = Words, IsDenied = Never },
        new(Away(), FindingCodes.ForbiddenPhrase, "不能把买家引到私人联系方式", "A buyer must not be led to a private contact", "Please write to us here") { Hints = Words, IsDenied = IsDenied },
        new(ReviewForBenefit(), FindingCodes.ForbiddenPhrase, "不能用好处换评价", "A review must not be bought", "Your honest review helps us") { Hints = Words, IsDenied = IsDenied },
    ];

    /// <summary>Whether the clause before denies what follows or only supposes it.</summary>
    private static bool IsDenied(string text, int start, int end) =>
        Denial().IsMatch(text.AsSpan(0, start));

    [GeneratedRegex(@"\b(?:not|never|no|cannot|can't|don't|doesn't|isn't|won't|without|if)\b[^.,;!?]{0,20}$")]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:the|our) (?:very )?(?:best|finest|safest|cheapest|greatest|strongest|purest|number one|no\.? ?1)\b(?! (?:way|time|option for you|before|regards|fit|result|to))|\b(?:world[- ]class|world[- ]leading|world's (?:best|first|only)|unbeatable|unrivalled|unrivaled|second to none|one and only|miracle|100% (?:safe|natural|effective|pure))\b|\bbest (?:in|on) (?:the )?(?:world|market|country|town|business|china)\b|\bcures?\b|\bnothing (?:else )?(?:beats|compares)\b")]
    private static partial Regex Praise();

    [GeneratedRegex(@"\b(?:(?:we|i) (?:can )?(?:guarantee|promise|swear)|guaranteed?(?: to)?) [^.!?]{0,40}\b(?:by|before|within|tomorrow|tonight|today|never|always|arrive|delivered|refund|fit|work)\b|\b(?:definitely|certainly|surely|absolutely) (?:arrive|get there|be there|be delivered|ship)\b[^.!?]{0,20}\b(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:lifetime|for life|forever)\b[^.!?]{0,12}\b(?:warranty|guarantee|free|repair|replacement)\b|\bfree [^.!?]{0,16}\b(?:for life|forever)\b|\b(?:double|triple|ten times)\b[^.!?]{0,12}\b(?:refund|your money|compensation)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^(?:(?:sorry|no|hi|hello|dear)[,.!]? )?(?:we|i) (?:can't|cannot|can not|won't|will not|don't|do not|refuse to) [^,.;!?]{0,32}[.!]?$|^(?:sorry[,.!]? )?(?:not possible|impossible|no way|no refunds?|no returns?|no exchanges?|no discounts?|it can't be done|nothing (?:i|we) can do|out of (?:the )?question)\b[^,;?]{0,12}$|\bnot (?:my|our) (?:problem|fault|business|responsibility)\b")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\bare you (?:blind|stupid|deaf|serious|kidding|dumb|crazy|illiterate)\b|\b(?:can't|don't|didn't) you (?:even )?(?:read|see|understand|listen)\b|\b(?:idiot|moron|stupid|shut up|get lost|go away|screw you|cheapskate|loser|whatever you say)\b|\btake it or leave it\b|\b(?:stop|quit) (?:bothering|wasting|complaining|whining|nagging)\b|\bif you (?:can't|cannot) afford\b|\bgo (?:ahead and )?complain\b|\byour own (?:fault|problem|stupid)\b")]
    private static partial Regex Contempt();

    [GeneratedRegex(@"\b(?:lowest|least|minimum|most|max(?:imum)?) (?:price )?(?:that )?(?:i|we)(?:'m| am|'re| are| can| could) (?:allowed|permitted|authori[sz]ed|go|offer|do|give|take)\b|\b(?:our|the) (?:cost|wholesale|purchase|floor|bottom) price\b|\b(?:costs? us|we (?:pay|paid) (?:only )?\d|profit margin|our margin|bottom line is \d)")]
    private static partial Regex Leeway();

    [GeneratedRegex(@"\binternal (?:note|memo|use|only|policy|document|info)|\b(?:do not|don't|never) tell (?:the |any )?(?:customers?|buyers?|clients?|anyone|him|her|them)\b|\bmy (?:boss|manager|supervisor) (?:said|told|says|wants|won't)\b|\b(?:blacklist|difficult customer|problem customer|fake (?:orders|reviews))")]
    private static partial Regex Inside();

    [GeneratedRegex(@"\b(?:add|text|message|contact|reach|call|find) (?:me|us) (?:on|at|via|by) (?:whatsapp|wechat|telegram|line|skype|facebook|instagram|my)\b|\bpay (?:me|us) (?:directly|outside|by bank|in cash|on)\b|\boutside (?:of )?(?:the|this) (?:platform|site|app|store)\b|\bmy (?:whatsapp|wechat|telegram|personal (?:number|account|phone))\b")]
    private static partial Regex Away();

    [GeneratedRegex(@"\b(?:five|5)[- ]stars?\b[^.!?]{0,30}\b(?:refund|cash|gift|coupon|discount|free|send you)\b|\b(?:refund|cash|gift|coupon|discount)\b[^.!?]{0,30}\b(?:five|5)[- ]star|\b(?:delete|remove|change) (?:your|the) (?:bad |negative )?review\b")]
    private static partial Regex ReviewForBenefit();
}
