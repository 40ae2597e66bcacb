using ReplyBot.Intent.Classification;
using ReplyBot.Intent.Requests;

namespace ReplyBot.Intent.Tests.Requests;

public sealed class QuestionFormTests
{
    private static readonly IntentPrediction Sure = new([new ScoredIntent("refund.progress", 0.9)], 0.99);

    [Theory]
    [InlineData("多久能退到", true)]
    [InlineData("帮我催一下", true)]
    [InlineData("今天发不", true)]
    [InlineData("我申请了退款", false)]
    [InlineData("货已经退回去了", false)]
    public void Asks_WhenBesideAnotherPiece_TellsByTheForm(string piece, bool asks) =>
        QuestionForm.Asks(piece + "，别的话", new Request(0, piece.Length, Sure)).ShouldBe(asks);

    [Theory]
    [InlineData("我申请了退款?别的话", 0, 6)]
    [InlineData("我申请了退款\n别的话", 0, 6)]
    [InlineData("别的话\n我申请了退款", 4, 6)]
    public void Asks_WhenAMarkOrALineOfItsOwnSaysSo_IsTrue(string text, int start, int length) =>
        QuestionForm.Asks(text, new Request(start, length, Sure)).ShouldBeTrue();

    [Theory]
    [InlineData("  申请了退款，换个颜色", 2, 5, false)]
    [InlineData("  申请了退款\n换个颜色", 2, 5, true)]
    [InlineData("换个颜色\n 申请了退款", 6, 5, true)]
    [InlineData("  申请了退款", 2, 5, false)]
    public void Asks_WhenBlanksStandBefore_LooksForTheLineBehindThem(string text, int start, int length, bool asks) =>
        QuestionForm.Asks(text, new Request(start, length, Sure)).ShouldBe(asks);
}
