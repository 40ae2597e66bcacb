using ReplyBot.EndToEnd.Tests.Programs;

namespace ReplyBot.EndToEnd.Tests.Clients;

/// <summary>Microsoft's own JavaScript clients against the running program.</summary>
[Collection(RunningShopCollection.Name)]
public class CounterpartTests(RunningShop shop)
{
    [EndToEndFact(Requirement.Program | Requirement.Node)]
    public Task DirectLine_WhenMicrosoftsClientSpeaks_HoldsAllThatTheClientExpects() => RunAsync("directline.mjs");

    [EndToEndFact(Requirement.Program | Requirement.Node)]
    public Task Channel_WhenMicrosoftsConnectorSpeaks_AnswersAsItExpects() => RunAsync("channel.mjs");

    private async Task RunAsync(string client)
    {
        if (!Directory.Exists(Path.Combine(Repository.Clients, "node_modules")))
        {
            var installed = await ReplyBotCommand.RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], Repository.Clients);
            installed.ExitCode.ShouldBe(0, installed.ToString());
        }
        var result = await ReplyBotCommand.RunAsync("node", [client, shop.Address.ToString()], Repository.Clients);
        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.ShouldContain(line => line.StartsWith("ok ", StringComparison.Ordinal));
    }
}
