using System.Globalization;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Conversations.Shop;

/// <summary>Recommends a size from the product's size table by height and weight, with the reason.</summary>
public static class SizeAdvice
{
    /// <summary>The advice as it is said, or null where height, weight or the table is missing, or no size fits both.</summary>
    public static string? For(KnowledgeBase knowledge, Product product, BodyMeasures body)
    {
        if (body is not { Height: { } height, Weight: { } weight })
            return null;
        var table = knowledge.SizeTables.FirstOrDefault(table => table.Id == product.SizeTable);
        if (table is null)
            return null;
        // Weight decides between neighbours: a size too tight is sent back, a size too long is not.
        var row = table.Rows.FirstOrDefault(row => Fits(row.Weight, weight) && Fits(row.Height, height));
        row ??= table.Rows.FirstOrDefault(row => Fits(row.Weight, weight) && Near(row.Height, height));
        if (row is null)
            return null;
        var reason = string.Create(CultureInfo.InvariantCulture, $"{row.Size}码，适合身高{row.Height.From:0.#}-{row.Height.To:0.#}cm、体重{row.Weight.From:0.#}-{row.Weight.To:0.#}kg");
        return table.FitNote is { Length: > 0 } note ? $"{reason}（{note.TrimEnd('。')}）" : reason;
    }

    private static bool Fits(MeasureRange range, double value) => (double)range.From <= value && value <= (double)range.To;

    private static bool Near(MeasureRange range, double value) => (double)range.From - 5 <= value && value <= (double)range.To + 5;
}
