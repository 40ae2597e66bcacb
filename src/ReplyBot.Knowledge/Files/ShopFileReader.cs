using System.Globalization;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Shop;

namespace ReplyBot.Knowledge.Files;

/// <summary>Reads what the shop is, sells and has sold.</summary>
internal static class ShopFileReader
{
    public static ShopFacts ReadFacts(MappingReader file)
    {
        var shifts = new List<Shift>();
        foreach (var node in file.TextNodes("shifts"))
        {
            if (Shift.Parse(node.Value) is { } shift)
                shifts.Add(shift);
            else
                file.WrongType(node, "shifts", "班次名和时间，如 早班 09:00-16:00", "a shift's name and hours, such as 早班 09:00-16:00");
        }
        return new ShopFacts(file.Remaining()) { Shifts = shifts };
    }

    public static IReadOnlyList<Product> ReadProducts(MappingReader file)
    {
        var products = file.Children("products").Select(ReadProduct).Where(product => product.Id.Length > 0).ToArray();
        file.ReportUnknown();
        return products;
    }

    public static IReadOnlyList<SizeTable> ReadSizeTables(MappingReader file)
    {
        var tables = new List<SizeTable>();
        foreach (var reader in file.Children("tables"))
        {
            var id = reader.RequiredText("id");
            var unit = reader.Text("unit") ?? "cm/kg";
            var rows = reader.Children("rows").Select(ReadSizeRow).OfType<SizeRow>().ToArray();
            tables.Add(new SizeTable(id ?? "", unit, rows, reader.Text("fit_note")));
            reader.ReportUnknown();
        }

        file.ReportUnknown();
        return tables;
    }

    public static IReadOnlyList<SampleOrder> ReadOrders(MappingReader file)
    {
        var orders = file.Children("orders").Select(ReadOrder).Where(order => order.Number.Length > 0).ToArray();
        file.ReportUnknown();
        return orders;
    }

    private static Product ReadProduct(MappingReader reader)
    {
        var product = new Product(
            reader.RequiredText("id") ?? "",
            reader.RequiredText("name") ?? "",
            reader.Texts("aliases"),
            reader.RequiredText("category") ?? "",
            reader.Number("price"),
            (int?)reader.Number("stock"),
            reader.Texts("colors"),
            reader.Texts("sizes"),
            reader.Text("size_table"),
            reader.Text("link"),
            reader.TextMap("facts"),
            reader.Text("alternative"),
            reader.Text("restock"));
        reader.ReportUnknown();
        return product;
    }

    private static SizeRow? ReadSizeRow(MappingReader reader)
    {
        var size = reader.RequiredText("size");
        var height = ReadRange(reader, "height");
        var weight = ReadRange(reader, "weight");
        var measures = new OrderedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, _) in reader.Remaining())
        {
            if (reader.Number(name) is { } measure)
                measures.Add(name, measure);
        }

        return size is null || height is null || weight is null ? null : new SizeRow(size, height, weight, measures);
    }

    private static MeasureRange? ReadRange(MappingReader reader, string key)
    {
        var ends = reader.Texts(key)
            .Select(text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : (decimal?)null)
            .ToArray();
        if (ends is [{ } from, { } to] && from <= to)
            return new MeasureRange(from, to);
        reader.WrongType(reader.At(key), key, "两个数，从小到大，如 [150, 160]", "two numbers, small to large, such as [150, 160]");
        return null;
    }

    private static SampleOrder ReadOrder(MappingReader reader)
    {
        var order = new SampleOrder(
            reader.RequiredText("number") ?? "",
            reader.RequiredText("buyer") ?? "",
            reader.RequiredText("receiver") ?? "",
            reader.RequiredText("phone") ?? "",
            reader.RequiredText("address") ?? "",
            reader.Children("items").Select(ReadItem).ToArray(),
            reader.Number("amount") ?? 0,
            reader.RequiredText("status") ?? "",
            ReadTime(reader.Child("placed")),
            ReadTime(reader.Child("paid")),
            ReadTime(reader.Child("dispatched")),
            ReadTime(reader.Child("delivered")),
            ReadParcel(reader.Child("parcel")),
            reader.Text("refund_status"),
            reader.Text("invoice_status"));
        reader.ReportUnknown();
        return order;
    }

    private static SampleOrderItem ReadItem(MappingReader reader)
    {
        var item = new SampleOrderItem(
            reader.RequiredText("product") ?? "", reader.Text("color"), reader.Text("size"), (int)(reader.Number("quantity") ?? 1));
        reader.ReportUnknown();
        return item;
    }

    private static SampleParcel? ReadParcel(MappingReader? reader)
    {
        if (reader is null)
            return null;
        var events = new List<SampleParcelEvent>();
        foreach (var item in reader.Children("events"))
        {
            var text = item.RequiredText("text");
            if (ReadTime(item) is { } time && text is not null)
                events.Add(new SampleParcelEvent(time, text));
        }

        var parcel = new SampleParcel(reader.RequiredText("carrier") ?? "", reader.RequiredText("number") ?? "", events);
        reader.ReportUnknown();
        return parcel;
    }

    private static SampleTime? ReadTime(MappingReader? reader)
    {
        if (reader is null)
            return null;
        var daysAgo = reader.Number("days_ago");
        var at = reader.Text("at");
        if (daysAgo is { } days
            && TimeOnly.TryParseExact(at, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return new SampleTime((int)days, time);
        }

        reader.Findings.Add(
            FindingCodes.WrongType, reader.Mapping,
            "时间应当写成 {days_ago: 1, at: \"17:20\"}", "A time is written {days_ago: 1, at: \"17:20\"}");
        return null;
    }
}
