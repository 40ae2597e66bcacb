using ReplyBot.Intent.Slots;
using ReplyBot.Knowledge.Lint;

namespace ReplyBot.Desk;

/// <summary>Words that tell who somebody is.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Value">As they were written.</param>
/// <param name="Given">Whether the buyer gave them; otherwise it is the name that the channel shows.</param>
internal sealed record PersonalWords(SlotKind Kind, string Value, bool Given)
{
    /// <summary>Shorter names occur in other words.</summary>
    public const int ShortestName = 2;

    /// <summary>Shorter addresses are towns, of which anybody may speak.</summary>
    private const int ShortestAddress = 7;

    private const int ShortestNumber = 7;

    /// <summary>How anybody is addressed, in the place of a name.</summary>
    private const string Anybody = "亲";

    /// <summary>The name that the channel shows. It is chosen freely and may be an everyday word, so it only warns when it is short.</summary>
    public static PersonalWords Nickname(string name) => new(SlotKind.PersonName, name, Given: false);

    /// <summary>What a slot gives away; null where that is nothing.</summary>
    public static PersonalWords? Of(Slot slot, string text)
    {
        var words = text.Substring(slot.Start, slot.Length);
        var shortest = slot.Kind switch
        {
            SlotKind.PersonName => ShortestName,
            SlotKind.Address => ShortestAddress,
            SlotKind.Phone => ShortestNumber,
            _ => int.MaxValue,
        };
        return words.Length >= shortest ? new PersonalWords(slot.Kind, words, Given: true) : null;
    }

    /// <summary>The finding where a draft has these words.</summary>
    public TextFinding Found(int place)
    {
        var (zh, en) = Kind switch
        {
            SlotKind.PersonName => ("名字", "name"),
            SlotKind.Address => ("地址", "address"),
            _ => ("电话", "phone number"),
        };
        var severity = Given || Value.Length > ShortestName ? Severity.Error : Severity.Warning;
        return new TextFinding(
            FindingCodes.OtherBuyer, severity, place, Value.Length,
            $"“{Value}”是您手上另一位买家的{zh}，是不是发错窗口了", $"\"{Value}\" is the {en} of another buyer of yours: the wrong window?",
            Kind == SlotKind.PersonName ? Anybody : "");
    }
}
