using ReplyBot.Editor.Inbox;

namespace ReplyBot.Tests.Editor;

public class QuestionClustersTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_PutsNearDuplicatesTogether_TheMostAskedFirst()
    {
        var groups = QuestionClusters.Of(Asked("能刻字吗", "可以开专票吗", "能刻字吗？", "能刻字吗 ", "能不能刻字", "可以开专票么"));
        groups.Select(group => group.Count).ShouldBe([4, 2]);
        groups[0][0].Text.ShouldBe("能刻字吗");
    }

    [Theory]
    [InlineData("能不能帮我算命", "帮我算个命吧")]
    [InlineData("你们公司股票代码多少", "股票代码是多少啊")]
    [InlineData("请问这个可以用微波炉热吗", "能用微波炉热么")]
    public void Of_SeesThroughTheWordsAroundAQuestion(string one, string other) => QuestionClusters.Of(Asked(one, other)).Count.ShouldBe(1);

    [Theory]
    [InlineData("这个裙子会起球吗", "这个裙子会褪色吗", "发什么快递")]
    [InlineData("可以用微波炉热吗", "不可以用洗碗机洗吗", "是你们的吗")]
    public void Of_KeepsDifferentQuestionsApart(params string[] texts) => QuestionClusters.Of(Asked(texts)).Count.ShouldBe(texts.Length);

    [Fact]
    public void Of_LeavesOutWhatSaysNothing() => QuestionClusters.Of(Asked("？？", " ")).ShouldBeEmpty();

    [Fact]
    public void Of_PutsTogetherInsensitiveToOrder()
    {
        string[] texts = ["能刻字吗", "能刻字吗？", "能不能刻字", "可以开专票吗", "可以开专票么"];
        var forward = QuestionClusters.Of(Asked(texts)).Select(group => group.Count);
        QuestionClusters.Of(Asked([.. texts.Reverse()])).Select(group => group.Count).ShouldBe(forward);
    }

    private static IEnumerable<BadlyAnswered> Asked(params string[] texts) =>
        texts.Select(text => new BadlyAnswered("c1", text, Now, Shortfall.Unanswered, null, null));
}
