using ReplyBot.Conversations.Replies;
using ReplyBot.Knowledge.Files;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Tests.Editor;

/// <summary>A small knowledge base in a folder of its own: what lint asks of every base, two scripts and a policy.</summary>
internal sealed class SampleFolder : IDisposable
{
    public const string DispatchFile = "scripts/in-sale/dispatch.yaml";

    /// <summary>The first script as a person would lay it out, the second as the program does.</summary>
    public const string Dispatch = """
        schema: 1
        scripts:
          - id: ship.time.standard
            intent: ship.time
            question: 付款后多久发货？
            variants:
              - 几点能发出
              - 今天拍今天走吗
            wordings:
              - 亲，付款后{{policy.dispatch_hours}}小时内发出，单号出来马上告诉您。
              - 您放心，都按付款先后安排发出。
          - id: ship.time.weekend
            intent: ship.time
            question: 周末发货吗？
            variants: [礼拜天发不发, 周六能发吗]
            wordings:
              - 周末照常安排发出，请您放心拍下。
              - 周六周日都有人打包，按付款先后走。
            send: automatic

        """;

    /// <param name="path">Where; a folder of its own where nothing is said.</param>
    public SampleFolder(string? path = null)
    {
        Path = path ?? Directory.CreateTempSubdirectory("replybot-kb-").FullName;
        Write("intents/taxonomy.tsv", "id\tname_zh\tname_en\tstage\nship.time\t发货时间\tDispatch time\tin-sale\nreturn.how\t怎么退货\tHow to return\tafter-sale\nnotice\t通知\tNotice\tany\n");
        Write("policies/policy.yaml", "schema: 1\nslots:\n  dispatch_hours: 24\n");
        Write("scripts/any/notices.yaml", ScriptFile.Write(NoticeScripts.All.Select((id, place) => new Script(
            id, "notice", $"通知{place}", [], [new Wording($"第{place}件事我们正在处理，请您留意消息。"), new Wording($"第{place}件事很快就有结果，感谢您的理解。")], Conditions.None, SendMode.Automatic))));
        Write(DispatchFile, Dispatch);
    }

    public string Path { get; }

    public void Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Path, path));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
