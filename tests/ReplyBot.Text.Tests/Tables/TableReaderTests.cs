using ReplyBot.Text.Tables;

namespace ReplyBot.Text.Tests.Tables;

public class TableReaderTests
{
    [Fact]
    public void ReadArray_WhenWritten_ReadsItBack()
    {
        var writer = new TableWriter();
        writer.WriteArray<char>("发货");
        writer.WriteArray<int>([1, -2, int.MaxValue]);
        writer.WriteArray<float>([]);

        var reader = new TableReader(writer.ToFile());

        reader.ReadArray<char>().ShouldBe(['发', '货']);
        reader.ReadArray<int>().ShouldBe([1, -2, int.MaxValue]);
        reader.ReadArray<float>().ShouldBeEmpty();
    }

    [Fact]
    public void ReadArray_WhenElementsAreOfAnotherSize_Throws()
    {
        var writer = new TableWriter();
        writer.WriteArray<int>([1]);

        Should.Throw<InvalidDataException>(() => new TableReader(writer.ToFile()).ReadArray<char>());
    }

    [Fact]
    public void Open_WhenDamaged_Throws()
    {
        var writer = new TableWriter();
        writer.WriteArray<int>([1, 2, 3, 4, 5]);
        var file = writer.ToFile();

        Should.Throw<InvalidDataException>(() => new TableReader(file.AsSpan(0, file.Length - 3)));
    }
}
