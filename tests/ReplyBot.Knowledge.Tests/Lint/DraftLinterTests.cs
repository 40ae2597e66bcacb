using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Scripts;

namespace ReplyBot.Knowledge.Tests.Lint;

public class DraftLinterTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly KnowledgeBase Shop = KnowledgeBaseReader.Read(Repository.KnowledgeBase).Base!;
    private static readonly DraftLinter Linter = new(Shop, new OutboundGuard(Shop));

    public static TheoryData<string> Drafts => ["as it is", "another's question", "another's answers", "a question twice", "a wording twice", "expired", "forbidden", "nothing"];

    [Theory]
    [MemberData(nameof(Drafts))]
    public void Lint_WhateverIsWritten_SaysWhatTheWholeBaseWouldSay(string kind)
    {
        var draft = Draft(kind) with { Source = new ScriptSource(new SourceLocation("draft", 1, 1), new Dictionary<string, SourceLocation>()) };
        var placed = Shop with { Scripts = [.. Shop.Scripts.Where(script => script.Id != draft.Id), draft] };

        var alone = Linter.Lint(draft, Today);

        alone.Select(Words).ShouldBe(ScriptLinter.Lint(placed, Today).Where(finding => finding.File == "draft").Select(Words), ignoreOrder: true);
        if (kind is not "as it is")
            alone.ShouldNotBeEmpty();
    }

    [Fact]
    public void Lint_OfAScriptAsItIsFiled_FindsNoErrorAgainstItself() =>
        Shop.Scripts.SelectMany(script => Linter.Lint(script, Today)).Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();

    private static Script Draft(string kind)
    {
        var own = Shop.FindScript("ship.time.standard")!;
        var other = Shop.Scripts.First(script => !script.IsNotice && script.Intent != own.Intent && script.When.Overlaps(own.When) && script.Wordings.Count > 1);
        return kind switch
        {
            "another's question" => own with { Question = other.Question },
            "another's answers" => own with { Id = "ship.time.new", Wordings = other.Wordings },
            "a question twice" => own with { Variants = [.. own.Variants, own.Variants[0]] },
            "a wording twice" => own with { Wordings = [own.Wordings[0], own.Wordings[0]] },
            "expired" => own with { When = own.When with { Until = Today.AddDays(-1) } },
            "forbidden" => own with { Wordings = [new Wording("亲，我们是全网第一，加我微信吧"), .. own.Wordings] },
            "nothing" => own with { Id = "ship.time.new", Question = "", Variants = [], Wordings = [] },
            _ => own,
        };
    }

    private static string Words(Finding finding) => $"{finding.Code} {finding.Severity} {finding.Line}:{finding.Column} {finding.MessageZh} {finding.MessageEn} {finding.Fix}";
}
