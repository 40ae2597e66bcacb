using ReplyBot.EndToEnd.Tests.Browsing;
using ReplyBot.EndToEnd.Tests.Programs;
using static Microsoft.Playwright.Assertions;

namespace ReplyBot.EndToEnd.Tests.Editing;

/// <summary>An editor changes what buyers are told, from the first keystroke to the buyer, and back.</summary>
[Collection(RunningShopCollection.Name)]
public class EditorTests(RunningShop shop)
{
    private const string Script = "ship.time.standard";
    private const string Question = "付款后多久发货？";
    private const string NewWords = "从仓库寄出";
    private const string Wording = $"亲，付款后一天之内就{NewWords}，请您放心。";

    [EndToEndFact(Requirement.Program | Requirement.Browser | Requirement.Axe)]
    public async Task Change_FromTheFormToTheBuyerAndBack()
    {
        using var folders = ShopFolders.Create();
        ModelCache.Restore(folders);
        using var program = await RunningProgram.StartAsync(folders);
        var signedIn = await shop.Browser.MakeFirstAccountAsync(program);
        await using var editor = await EditorPages.OpenAsync(await shop.Browser.NewContextAsync(signedIn), program.Address);
        await using var colleague = await EditorPages.OpenAsync(await shop.Browser.NewContextAsync(signedIn), program.Address);
        (await AskAsync(program)).ShouldNotContain(NewWords);

        // Lint speaks while the script is being written, and offers words that may be said.
        await editor.OpenScriptAsync(Script);
        await colleague.OpenScriptAsync(Script);
        await editor.Wording(0).FillAsync("亲，发货快不快加我微信问，付款后一天之内就从仓库寄出。");
        await Expect(editor.Page.Locator("[data-testid=draft-finding][data-severity=error]").First).ToBeVisibleAsync();
        await editor.Wording(0).FillAsync(Wording);
        await editor.IsCheckedAsync();
        await Expect(editor.Page.Locator("[data-testid=draft-finding][data-severity=error]")).ToHaveCountAsync(0);
        await Expect(editor.Page.GetByTestId("preview").First).ToContainTextAsync(NewWords);
        await editor.SaveAsync();

        // Whoever saves second is told, and keeps both changes.
        await colleague.Page.GetByTestId("form-question").FillAsync("付款之后多久能发货？");
        await colleague.Page.GetByTestId("script-save").ClickAsync();
        await Expect(colleague.Page.GetByTestId("merge-save")).ToBeVisibleAsync();
        (await Accessibility.DialogFaultsAsync(colleague.Page, "merge")).ShouldBeEmpty();
        await colleague.Page.GetByTestId("merge-save").ClickAsync();
        await Expect(colleague.Page.GetByTestId("unsaved")).ToHaveCountAsync(0);
        await Expect(colleague.Wording(0)).ToHaveValueAsync(Wording);
        var file = await File.ReadAllTextAsync(folders.ContentFile("scripts", "in-sale", "dispatch.yaml"));
        file.ShouldContain(NewWords);
        file.ShouldContain("付款之后多久能发货？");

        // Tried out, it is what would be said; buyers still hear the old words.
        var (script, text) = await editor.TryAsync(Question);
        script.ShouldBe(Script);
        text.ShouldContain(NewWords);
        (await AskAsync(program)).ShouldNotContain(NewWords);

        await editor.GoAsync("publish");
        await Expect(editor.Changes).ToHaveCountAsync(1);
        await Expect(editor.Changes).ToContainTextAsync(NewWords);
        await editor.Page.GetByTestId("publish").ClickAsync();
        (await Accessibility.DialogFaultsAsync(editor.Page, "publish")).ShouldBeEmpty();
        await editor.ConfirmAsync();
        await Expect(editor.Page.GetByTestId("nothing-staged")).ToBeVisibleAsync();
        await Expect(editor.Publications.First).ToContainTextAsync(ConsolePage.DisplayName);
        await program.LoggedAsync($"Now serving base {await VersionAsync(editor, 0)}");
        (await AskAsync(program)).ShouldContain(NewWords);

        await editor.Publications.Nth(1).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        (await Accessibility.DialogFaultsAsync(editor.Page, "restore")).ShouldBeEmpty();
        await editor.ConfirmAsync();
        await Expect(editor.Publications).ToHaveCountAsync(3);
        await program.LoggedAsync($"Now serving base {await VersionAsync(editor, 0)}");
        (await AskAsync(program)).ShouldNotContain(NewWords);
        // The files keep the change, ready to be published again.
        await Expect(editor.Changes).ToHaveCountAsync(1);
    }

    [EndToEndFact(Requirement.Program | Requirement.Browser)]
    public async Task Form_WhenLeftUnsaved_AsksFirst()
    {
        await using var editor = await EditorPages.OpenAsync(await shop.AgentContextAsync(), shop.Address);
        var page = editor.Page;
        await editor.OpenScriptAsync(Script);
        var before = await editor.Wording(0).InputValueAsync();
        await editor.Wording(0).FillAsync(Wording);

        // Staying keeps what was written, whichever way somebody was about to go.
        await page.GetByTestId("nav-bulletins").ClickAsync();
        await editor.StayAsync();
        await page.GoBackAsync();
        await editor.StayAsync();
        await Expect(editor.Wording(0)).ToHaveValueAsync(Wording);
        page.Url.ShouldEndWith(Script);

        await page.GetByTestId("script-back").ClickAsync();
        await editor.ConfirmAsync();
        await Expect(page.GetByTestId("scripts-page")).ToBeVisibleAsync();
        await editor.OpenScriptAsync(Script);
        await Expect(editor.Wording(0)).ToHaveValueAsync(before);
    }

    private static async Task<string> VersionAsync(EditorPages editor, int place) => (await editor.Publications.Nth(place).GetAttributeAsync("data-hash"))![..12];

    /// <summary>What a buyer who comes now is told.</summary>
    private static async Task<string> AskAsync(RunningProgram program)
    {
        using var buyer = await DirectLineClient.NewBuyerAsync(program.Address);
        return await buyer.AskAsync(Question) ?? "";
    }
}
