using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Rendering;
using ReplyBot.Knowledge.Scripts;
using ReplyBot.Knowledge.Taxonomy;

namespace ReplyBot.Knowledge.Lint;

/// <summary>Checks what entries say of each other: intents, products, slots, follow-ups, dates.</summary>
internal sealed class ReferenceRules(KnowledgeBase knowledgeBase, DateOnly? today)
{
    private const int FewestVariants = 6;
    private const int FewestWordings = 2;

    private readonly HashSet<string> _intents = [.. knowledgeBase.Taxonomy.Select(intent => intent.Id)];
    private readonly HashSet<string> _scripts = [.. knowledgeBase.Scripts.Select(script => script.Id)];
    private readonly HashSet<string> _products = [.. knowledgeBase.Products.Select(product => product.Id)];
    private readonly HashSet<string> _categories = [.. knowledgeBase.Products.Select(product => product.Category)];

    /// <summary>What is wrong between the parts of the base.</summary>
    public IEnumerable<Finding> CheckBase()
    {
        foreach (var twice in knowledgeBase.Scripts.GroupBy(script => script.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var script in twice.Skip(1))
            {
                var first = twice.First().LocationOf("id");
                yield return script.Finding(
                    FindingCodes.DuplicateId, Severity.Error, "id",
                    $"编号与 {first.File}:{first.Line} 重复", $"The id stands already at {first.File}:{first.Line}");
            }
        }

        var answered = knowledgeBase.Scripts.Where(script => !script.IsNotice).Select(script => script.Intent).ToHashSet(StringComparer.Ordinal);
        foreach (var intent in knowledgeBase.Taxonomy)
        {
            if (intent.Id != IntentDefinition.OutOfScope && !answered.Contains(intent.Id))
            {
                yield return new Finding(
                    FindingCodes.IntentWithoutScript, Severity.Warning, "intents/taxonomy.tsv", 1, 1,
                    $"意图“{intent.Id}”还没有话术", $"No script answers the intent '{intent.Id}'");
            }
        }

        var tables = knowledgeBase.SizeTables.Select(table => table.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var product in knowledgeBase.Products)
        {
            if (product.SizeTable is { } table && !tables.Contains(table))
                yield return InCatalogue(FindingCodes.UnknownSizeTable, $"{product.Id}：没有尺码表“{table}”", $"{product.Id}: no size table '{table}'");
            if (product.Alternative is { } alternative && !_products.Contains(alternative))
                yield return InCatalogue(FindingCodes.UnknownProduct, $"{product.Id}：没有商品“{alternative}”", $"{product.Id}: no product '{alternative}'");
        }

        foreach (var golden in knowledgeBase.Golden)
        {
            if (golden.Script is { } script && !_scripts.Contains(script))
                yield return InGolden(golden, $"没有话术“{script}”", $"No script '{script}'");
            if (golden.Intent is { } intent && !_intents.Contains(intent))
                yield return InGolden(golden, $"没有意图“{intent}”", $"No intent '{intent}'");
            if (golden.Channel is { } channel && !ScriptVocabulary.Channels.Contains(channel))
                yield return InGolden(golden, $"没有渠道“{channel}”", $"No channel '{channel}'");
        }

        foreach (var ceiling in knowledgeBase.Policy.Ceilings.Where(ceiling => !_intents.Contains(ceiling.Intent)))
        {
            yield return new Finding(
                FindingCodes.UnknownIntent, Severity.Error, "policies/policy.yaml", 1, 1,
                $"{ceiling.Case}：没有意图“{ceiling.Intent}”", $"{ceiling.Case}: no intent '{ceiling.Intent}'");
        }
    }

    /// <summary>What is wrong in one script.</summary>
    public IEnumerable<Finding> Check(Script script)
    {
        if (!_intents.Contains(script.Intent))
        {
            yield return script.Finding(
                FindingCodes.UnknownIntent, Severity.Error, "intent", $"没有意图“{script.Intent}”", $"No intent '{script.Intent}'", NearestIntent(script.Intent));
        }
        else if (!script.IsNotice && !script.Id.StartsWith(script.Intent + ".", StringComparison.Ordinal))
        {
            yield return script.Finding(
                FindingCodes.IdWithoutIntent, Severity.Warning, "id",
                $"编号应当以意图开头：{script.Intent}.…", $"The id should begin with its intent: {script.Intent}.…");
        }

        if (script.FollowUp is { } followUp && !_scripts.Contains(followUp.Script))
        {
            yield return script.Finding(
                FindingCodes.UnknownFollowUp, Severity.Error, "follow_up", $"没有话术“{followUp.Script}”", $"No script '{followUp.Script}'");
        }

        if (script.FollowUp is { } own && own.Script == script.Id)
        {
            yield return script.Finding(
                FindingCodes.UnknownFollowUp, Severity.Error, "follow_up", "不能用自己来跟进，否则会说个没完", "A script cannot follow up on itself; it would never end");
        }

        if (!script.IsNotice && script.Variants.Count < FewestVariants)
        {
            yield return script.Finding(
                FindingCodes.TooFewVariants, Severity.Warning, "question",
                $"相似问少于 {FewestVariants} 个", $"Fewer than {FewestVariants} variants");
        }

        if (script.Wordings.Count < FewestWordings)
        {
            yield return script.Finding(
                FindingCodes.TooFewWordings, Severity.Warning, "question",
                $"回答少于 {FewestWordings} 种，买家再问时只能重复", $"Fewer than {FewestWordings} wordings: a second ask gets the same words");
        }

        foreach (var finding in CheckConditions(script).Concat(CheckDates(script)).Concat(CheckSlots(script)))
            yield return finding;
    }

    private IEnumerable<Finding> CheckConditions(Script script)
    {
        var when = script.When;
        return Unknown(script, FindingCodes.UnknownChannel, "when.channels", "渠道", "channel", when.Channels, ScriptVocabulary.Channels.Contains)
            .Concat(Unknown(script, FindingCodes.UnknownProduct, "when.products", "商品", "product", when.Products, _products.Contains))
            .Concat(Unknown(script, FindingCodes.UnknownCategory, "when.categories", "品类", "category", when.Categories, _categories.Contains))
            .Concat(Unknown(script, FindingCodes.UnknownCondition, "when.buyer", "买家类型", "buyer type", when.Buyers, ScriptVocabulary.Buyers.Contains))
            .Concat(Unknown(script, FindingCodes.UnknownCondition, "when.emotion", "情绪", "emotion", when.Emotions, ScriptVocabulary.Emotions.Contains));
    }

    private IEnumerable<Finding> CheckDates(Script script)
    {
        var when = script.When;
        if (when.From > when.Until)
        {
            yield return script.Finding(
                FindingCodes.NeverValid, Severity.Error, "when.until", "结束日期早于开始日期", "It ends before it begins");
        }
        else if (today is not null && when.Until < today)
        {
            yield return script.Finding(
                FindingCodes.Expired, Severity.Warning, "when.until", $"已于 {when.Until:yyyy-MM-dd} 过期", $"Expired on {when.Until:yyyy-MM-dd}");
        }
        else if (today is not null && when.From > today)
        {
            yield return script.Finding(
                FindingCodes.NotYetValid, Severity.Warning, "when.from", $"{when.From:yyyy-MM-dd} 才生效", $"Not valid before {when.From:yyyy-MM-dd}");
        }
    }

    private IEnumerable<Finding> CheckSlots(Script script)
    {
        var fillable = script.Wordings.Count == 0;
        for (var i = 0; i < script.Wordings.Count; i++)
        {
            var slots = SlotTemplate.Parse(script.Wordings[i].Text).Slots;
            fillable |= !slots.Any(SlotReference.NeedsContext);
            foreach (var slot in slots.Where(slot => !HasValue(slot)))
            {
                yield return script.FindingAt(
                    script.LocationOf("wordings", i), FindingCodes.UnfillableSlot, Severity.Error,
                    $"槽位“{slot}”没有内容可填，请在店铺或政策文件里补上", $"Nothing fills the slot '{slot}'; add it to the shop or policy file");
            }
        }

        if (!fillable)
        {
            yield return script.Finding(
                FindingCodes.UnfillableSlot, Severity.Error, "wordings[0]",
                "每种回答都要先知道订单、商品或买家，请加一种不需要的", "Every wording needs an order, product or buyer; add one that needs none");
        }
    }

    /// <summary>Facts of the shop and its policy must be there; what belongs to an order or product is known only later.</summary>
    private bool HasValue(string slot)
    {
        if (slot.StartsWith("shop.", StringComparison.Ordinal) && SlotReference.IsKnown(slot))
            return knowledgeBase.Shop.Fields.GetValueOrDefault(slot[5..]) is { Length: > 0 };
        if (slot.StartsWith("policy.", StringComparison.Ordinal) && SlotReference.IsKnown(slot))
            return knowledgeBase.Policy.Slots.GetValueOrDefault(slot[7..]) is { Length: > 0 };
        return true;
    }

    private string? NearestIntent(string intent)
    {
        var dot = intent.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null : _intents.FirstOrDefault(known => known.StartsWith(intent[..(dot + 1)], StringComparison.Ordinal));
    }

    private static IEnumerable<Finding> Unknown(
        Script script, string code, string field, string zh, string en, IReadOnlyList<string> values, Func<string, bool> isKnown) => values
        .Where(value => !isKnown(value))
        .Select(value => script.Finding(code, Severity.Error, field, $"没有{zh}“{value}”", $"No {en} '{value}'"));

    private static Finding InGolden(GoldenQuestion golden, string zh, string en) => new(
        FindingCodes.UnknownGolden, Severity.Error, "golden/questions.yaml", golden.Line, 1, $"“{golden.Ask}”：{zh}", $"'{golden.Ask}': {en}");

    private static Finding InCatalogue(string code, string zh, string en) =>
        new(code, Severity.Error, "shop/products.yaml", 1, 1, zh, en);
}
