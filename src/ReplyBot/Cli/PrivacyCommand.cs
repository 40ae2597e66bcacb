using System.CommandLine;
using System.Globalization;
using ReplyBot.Audit;
using ReplyBot.Conversations.Feed;
using ReplyBot.Privacy;

namespace ReplyBot.Cli;

/// <summary><c>privacy erase</c>: delete everything of a buyer.</summary>
internal static class PrivacyCommand
{
    public static Command Create(FolderOptions folders) => new("privacy", """
        个人信息：删除一位买家的全部数据 / personal data: delete everything of a buyer

        Examples:
          replybot privacy erase --channel web --buyer dl_0f3a
        """)
    {
        Erase(folders),
    };

    private static Command Erase(FolderOptions folders)
    {
        var channel = new Option<string>("--channel") { Description = "渠道 / the channel", HelpName = "ID", Required = true };
        var buyer = new Option<string>("--buyer") { Description = "买家在该渠道的编号 / the buyer's id on the channel", HelpName = "ID", Required = true };
        var command = new Command("erase", "删除会话、消息、文件和待办；不可恢复 / delete conversations, messages, files and what is open; there is no way back") { channel, buyer };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var erasure = new BuyerErasure(workspace.Database, new AuditLog(workspace.Database, TimeProvider.System), new ConversationFeed());
            var count = await erasure.EraseAsync(AuditLog.CommandLine, parsed.GetValue(channel)!, parsed.GetValue(buyer)!, cancellation);
            if (count == 0)
                throw new CannotRunException("该渠道没有这位买家 / there is no such buyer on this channel");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已删除 {count} 个会话 / deleted {count} conversations"));
            return 0;
        });
        return command;
    }
}
