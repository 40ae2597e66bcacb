using System.CommandLine;
using ReplyBot.Conversations;
using ReplyBot.Conversations.Feed;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Shop;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Transcripts;
using ReplyBot.Conversations.Turns;
using ReplyBot.Serving;
using ReplyBot.Shop;
using ReplyBot.Storage;

namespace ReplyBot.Cli;

/// <summary><c>chat</c>: the same turn over the same store, in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create(FolderOptions folders)
    {
        var channel = new Option<string>("--channel") { Description = "渠道 / the channel to speak on", HelpName = "ID", DefaultValueFactory = _ => "web" };
        var buyer = new Option<string?>("--buyer") { Description = "以示例店铺的某位买家身份（视为已由渠道核实），如 buyer-001 / speak as a buyer of the sample shop whom the channel vouches for", HelpName = "ID" };
        var command = new Command("chat", """
            在终端里和机器人对话，空行结束 / talk to the bot in the terminal; an empty line ends it

            Examples:
              replybot chat
              replybot chat --buyer buyer-001
            """) { channel, buyer };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var workspace = await Workspace.OpenAsync(folders.Of(parsed), cancellation);
            await RunAsync(workspace, parsed.GetValue(channel)!, parsed.GetValue(buyer), cancellation);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(Workspace workspace, string channel, string? buyer, CancellationToken cancellation)
    {
        var prepared = await workspace.PrepareAsync(cancellation);
        var clock = TimeProvider.System;
        var settings = new ChannelSettings(new ChannelSetting { VouchesForBuyers = buyer is not null, BurstWindow = TimeSpan.Zero }, new Dictionary<string, ChannelSetting>());
        var store = new SqlConversationStore(workspace.Database, new ConversationFeed());
        var turns = new TurnProcessor(
            store, new ServedBase(prepared), new ReplyAdvisor(settings),
            new OrderOwnership(new SampleShopData(workspace.ReadShop(), ShopClock.China, clock), settings),
            new TurnComposer(settings, ShopClock.China), settings, ShopClock.China, clock);
        var conversation = await store.StartAsync(
            new NewConversation(null, new BuyerAddress("default", channel, "terminal", buyer ?? "terminal"), null, null, clock.GetUtcNow()), cancellation);
        var seen = 0L;
        while (true)
        {
            Console.Write("买家> ");
            if (Console.ReadLine() is not { Length: > 0 } line)
                return;
            await store.ReceiveAsync(new IncomingMessage(conversation.Id, null, line, clock.GetUtcNow()), cancellation);
            while (!(await turns.RunAsync(conversation.Id, cancellation)).IsDone)
                cancellation.ThrowIfCancellationRequested();
            foreach (var message in await store.MessagesAsync(conversation.Id, seen, int.MaxValue, cancellation))
            {
                seen = message.Seq;
                if (message.From != MessageAuthor.Buyer)
                    Console.WriteLine($"客服> {message.Text}{string.Concat(message.Choices.Select((choice, place) => $"\n      {place + 1}. {choice}"))}");
            }
        }
    }
}
