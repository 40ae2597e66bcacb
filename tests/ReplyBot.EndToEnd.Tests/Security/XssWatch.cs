using Microsoft.Playwright;
using ReplyBot.EndToEnd.Tests.Browsing;

namespace ReplyBot.EndToEnd.Tests.Security;

/// <summary>Notes what hostile texts would do in the pages of a browser: run, ask whom they should not, open something.</summary>
internal sealed class XssWatch
{
    /// <summary>Notes what a payload would have done, in every frame and before any of its scripts.</summary>
    private const string Note = """
        window.ran = [];
        for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
          window[name] = (...words) => { window.ran.push(name + ': ' + words.join(' ')); };
        """;

    private readonly List<string> _dialogs = [];
    private readonly ContextWatch _asked;
    private readonly Uri _program;

    private XssWatch(IBrowserContext context, Uri program)
    {
        _program = program;
        _asked = new ContextWatch(context, program);
        context.Dialog += async (_, dialog) =>
        {
            _dialogs.Add(dialog.Message);
            await dialog.DismissAsync();
        };
    }

    /// <summary>Watches all pages that are opened in a browser from now on.</summary>
    public static async Task<XssWatch> OverAsync(IBrowserContext context, Uri program)
    {
        await context.AddInitScriptAsync(Note);
        return new XssWatch(context, program);
    }

    /// <summary>Looks whether nothing happened, and whether the page is still where it was opened.</summary>
    public async Task RanNothingAsync(IPage page, string under)
    {
        foreach (var frame in page.Frames)
            (await frame.EvaluateAsync<string[]>("() => window.ran ?? []")).ShouldBeEmpty();
        _dialogs.ShouldBeEmpty();
        _asked.AskedElsewhere.ShouldBeEmpty();
        page.Url.ShouldStartWith(new Uri(_program, under).ToString());
    }
}
