using System.CommandLine;
using System.Globalization;
using ReplyBot.Audit;
using ReplyBot.SuggestionsApi;

namespace ReplyBot.Cli;

/// <summary><c>keys</c>: make, list and revoke the keys of programs that ask for suggestions.</summary>
internal static class KeysCommand
{
    private const int LongestName = 64;

    public static Command Create(FolderOptions folders) => new("keys", """
        建议接口的密钥：新建、列出、吊销 / keys for POST /api/v1/suggestions: add, list, revoke

        Examples:
          replybot keys add crm
          replybot keys revoke crm
        """)
    {
        Add(folders),
        List(folders),
        Revoke(folders),
    };

    private static Command Add(FolderOptions folders)
    {
        var name = NameArgument();
        var command = new Command("add", "新建密钥；只显示这一次 / make a key; it is shown this once only") { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            var key = await StoreOf(workspace).MakeAsync(parsed.GetValue(name)!, cancellation)
                ?? throw new CannotRunException($"已有叫 {parsed.GetValue(name)} 的密钥 / there is a key of this name already");
            Console.WriteLine(key);
            return 0;
        });
        return command;
    }

    private static Command List(FolderOptions folders)
    {
        var command = new Command("list", "列出密钥 / list the keys");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            foreach (var key in await StoreOf(workspace).ListAsync(cancellation))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key.Name}  {key.CreatedAt:u}{(key.RevokedAt is { } at ? $"  已吊销 revoked {at:u}" : "")}"));
            return 0;
        });
        return command;
    }

    private static Command Revoke(FolderOptions folders)
    {
        var name = NameArgument();
        var command = new Command("revoke", "吊销密钥；命令结束时，所有运行中的程序都已不再接受它 / revoke a key; when the command ends, no running program admits it any more") { name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            if (!await StoreOf(workspace).RevokeAsync(parsed.GetValue(name)!, cancellation))
                throw new CannotRunException($"没有叫 {parsed.GetValue(name)} 的有效密钥 / there is no key of this name that counts");
            // Programs that run look again within this time, on whichever node.
            await Task.Delay(ApiKeyGate.Fresh, cancellation);
            Console.WriteLine($"已吊销 {parsed.GetValue(name)} / revoked");
            return 0;
        });
        return command;
    }

    private static Argument<string> NameArgument()
    {
        var name = new Argument<string>("name") { Description = "密钥的名字 / what the key is called" };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { Length: > 0 and <= LongestName } given || given.Any(char.IsControl))
                result.AddError($"名字最多 {LongestName} 个字符 / a name has 1 to {LongestName} characters");
        });
        return name;
    }

    private static ApiKeyStore StoreOf(Workspace workspace) => new(workspace.Database, new AuditLog(workspace.Database, TimeProvider.System), TimeProvider.System);
}
