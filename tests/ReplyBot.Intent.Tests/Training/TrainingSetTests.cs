using ReplyBot.Intent.Tests.Material;
using ReplyBot.Intent.Training;

namespace ReplyBot.Intent.Tests.Training;

public sealed class TrainingSetTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("replybot-intent").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_WhenFolderIsMissing_IsAProblemWithoutSet()
    {
        var reading = TrainingSet.Read(Path.Combine(folder, "nowhere"));
        reading.Set.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().ShouldContain("nowhere");
    }

    [Fact]
    public void Read_WhenPathIsNoPath_IsAProblem() => TrainingSet.Read("a\0b").Problems.ShouldNotBeEmpty();

    [Fact]
    public void Read_WhenLinesAreBad_NamesFileAndLineAndKeepsTheRest()
    {
        Write("ship.time", "什么时候发货", "", "啥时候发", "什么時候發貨", new string('发', 300));
        Write("ship.fee", "包邮吗", "啥时候发");
        Write("no.such", "你好");

        var reading = TrainingSet.Read(folder);

        reading.Set.ShouldNotBeNull().Utterances.Select(utterance => utterance.Text).ShouldBe(["包邮吗", "啥时候发", "什么时候发货"]);
        reading.Problems.Count.ShouldBe(8);
        reading.Problems.ShouldContain(problem => problem.Contains("ship.time.txt:2:") && problem.Contains("empty"));
        reading.Problems.ShouldContain(problem => problem.Contains("ship.time.txt:4:") && problem.Contains("also at"));
        reading.Problems.ShouldContain(problem => problem.Contains("ship.time.txt:5:") && problem.Contains("longer"));
        reading.Problems.ShouldContain(problem => problem.Contains("no.such.txt"));
        reading.Problems.ShouldContain(problem => problem.Contains("emotions.tsv"));
    }

    [Fact]
    public void Read_WhenTraitLinesAreBad_NamesFileAndLineAndKeepsTheRest()
    {
        Write("ship.time", "什么时候发货");
        Write("ship.fee", "包邮吗");
        File.WriteAllText(Path.Combine(folder, "intents", "emotions.tsv"), "# emotions\nHappy\t太好了\t2\nGlad\t好\nAngry\t气死\t4\nHappy\nHappy\t太好了\n");

        var reading = TrainingSet.Read(folder);

        reading.Set.ShouldNotBeNull().Traits.Emotions.ShouldBe([new TraitLine("Happy", "太好了", 2)]);
        string[] bad = [.. reading.Problems.Where(problem => problem.Contains("emotions.tsv:"))];
        bad.Length.ShouldBe(4);
        bad[0].ShouldContain("emotions.tsv:3: Glad");
        bad[1].ShouldContain("emotions.tsv:4: the strength 4");
    }

    [Fact]
    public void Hash_WhenAnUtteranceChangesItsIntent_Differs()
    {
        var one = new TrainingSet([new("包邮吗", "ship.fee"), new("几天到", "ship.eta")]);
        var other = new TrainingSet([new("包邮吗", "ship.eta"), new("几天到", "ship.eta")]);
        one.Hash.ShouldNotBe(other.Hash);
        one.Hash.ShouldBe(new TrainingSet([new("几天到", "ship.eta"), new("包邮吗", "ship.fee")]).Hash);
    }

    [Fact]
    public void Read_OnTheShippedUtterances_HasEveryIntentWellCovered()
    {
        var set = TrainingSet.Read(Folders.KnowledgeBase).Set.ShouldNotBeNull();
        var counts = set.Utterances.CountBy(utterance => utterance.Intent).ToDictionary();
        counts.Count.ShouldBe(74);
        counts.ShouldAllBe(intent => intent.Value >= 150);
        counts["out_of_scope"].ShouldBeGreaterThanOrEqualTo(1500);
    }

    private void Write(string intent, params string[] lines)
    {
        Directory.CreateDirectory(Path.Combine(folder, "intents", "utterances"));
        File.WriteAllText(Path.Combine(folder, "intents", "taxonomy.tsv"), "id\tname_zh\nship.time\t发货时间\nship.fee\t运费\n");
        File.WriteAllLines(Path.Combine(folder, "intents", "utterances", $"{intent}.txt"), lines);
    }
}
