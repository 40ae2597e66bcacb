using System.Text.RegularExpressions;

namespace ReplyBot.Conversations.Replies;

/// <summary>Makes one reply of several answers.</summary>
internal static partial class JoinedReply
{
    /// <summary>One answer a line, in order; only the first greets, and none is said twice.</summary>
    public static string Of(IEnumerable<string> answers) =>
        string.Join('\n', answers.Select((answer, place) => place == 0 ? answer : WithoutGreeting(answer)).Distinct());

    private static string WithoutGreeting(string answer)
    {
        var rest = Greetings().Replace(answer, "");
        return rest.Length > 0 ? rest : answer;
    }

    [GeneratedRegex("^((亲爱的|亲亲|亲|您好|你好|早上好|上午好|下午好|晚上好|在的|哈喽|hi|hello|dear)[呀哦呢哈~～]*[，,！!。~～\\s]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greetings();
}
