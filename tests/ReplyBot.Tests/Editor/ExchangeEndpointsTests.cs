using System.Text;
using ReplyBot.Accounts;
using ReplyBot.Tests.Desk;

namespace ReplyBot.Tests.Editor;

public class ExchangeEndpointsTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Export_BroughtInAgain_ChangesNothing(string format)
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var exported = await (await editor.GetAsync($"/api/editor/export?format={format}")).Response.Content.ReadAsByteArrayAsync();

        var report = (await ImportAsync(editor, exported, apply: true)).Body;

        report.GetProperty("clean").GetBoolean().ShouldBeTrue();
        (report.GetProperty("added").GetArrayLength(), report.GetProperty("changed").GetArrayLength()).ShouldBe((0, 0));
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldBe(SampleFolder.Dispatch);
    }

    [Fact]
    public async Task Import_WhenARowBreaksARule_WritesNothingAndNamesTheRow()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var csv = Encoding.UTF8.GetString(await (await editor.GetAsync("/api/editor/export?format=csv")).Response.Content.ReadAsByteArrayAsync());
        var broken = Encoding.UTF8.GetBytes(csv.Replace("policy.dispatch_hours", "policy.nothing", StringComparison.Ordinal));

        var report = (await ImportAsync(editor, broken, apply: true)).Body;

        (report.GetProperty("clean").GetBoolean(), report.GetProperty("applied").GetBoolean()).ShouldBe((false, false));
        report.GetProperty("problems")[0].GetProperty("row").GetInt32().ShouldBeGreaterThan(1);
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldBe(SampleFolder.Dispatch);
    }

    [Fact]
    public async Task Import_FirstSaysWhatItWouldDo_AndWritesWhenTold()
    {
        await using var console = await TestConsole.StartAsync();
        var editor = await console.SignInAsync("editor", Roles.Editor);
        var csv = Encoding.UTF8.GetString(await (await editor.GetAsync("/api/editor/export?format=csv")).Response.Content.ReadAsByteArrayAsync());
        var changed = Encoding.UTF8.GetBytes(csv.Replace("周末发货吗？", "周末还发货吗？", StringComparison.Ordinal));

        var planned = (await ImportAsync(editor, changed, apply: false)).Body;
        planned.GetProperty("changed")[0].GetProperty("id").GetString().ShouldBe("ship.time.weekend");
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldBe(SampleFolder.Dispatch);

        (await ImportAsync(editor, changed, apply: true)).Body.GetProperty("applied").GetBoolean().ShouldBeTrue();
        console.Knowledge.Read(SampleFolder.DispatchFile).ShouldContain("周末还发货吗？");
    }

    private static Task<ConsoleAnswer> ImportAsync(ConsoleClient editor, byte[] table, bool apply) =>
        editor.SendAsync(HttpMethod.Post, $"/api/editor/import?apply={(apply ? "true" : "false")}", new ByteArrayContent(table));
}
