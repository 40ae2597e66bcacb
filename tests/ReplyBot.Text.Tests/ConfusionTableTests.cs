namespace ReplyBot.Text.Tests;

public class ConfusionTableTests
{
    [Fact]
    public void Homophones_WhenCharacterHasSome_GivesThemWithoutItself()
    {
        var homophones = ConfusionTable.Default.Homophones('淘');

        homophones.ShouldContain('掏');
        homophones.ShouldNotContain('淘');
        homophones.ShouldNotContain('宝');
    }

    [Fact]
    public void Homophones_WhenMany_GivesTheCommonestFirst()
    {
        var homophones = ConfusionTable.Default.Homophones('嗜');

        homophones[0].ShouldBe('是');
    }

    [Theory]
    [InlineData('a')]
    [InlineData('?')]
    [InlineData('\uD83D')]
    public void Homophones_WhenNoChineseCharacter_GivesNone(char c) => ConfusionTable.Default.Homophones(c).ShouldBeEmpty();

    [Theory]
    [InlineData('掏', '淘', true)]
    [InlineData('是', '四', true)]
    [InlineData('蓝', '男', true)]
    [InlineData('请', '亲', true)]
    [InlineData('发', '货', false)]
    [InlineData('a', 'b', false)]
    [InlineData('a', 'a', true)]
    public void SoundAlike_WhenTwoCharacters_ComparesTheirSounds(char one, char other, bool expected) =>
        ConfusionTable.Default.SoundAlike(one, other).ShouldBe(expected);

    [Theory]
    [InlineData("zhang", "zan")]
    [InlineData("shi", "si")]
    [InlineData("ling", "nin")]
    [InlineData("dong", "dong")]
    [InlineData("e", "e")]
    public void NearSound_WhenSyllable_SpellsItsGroup(string syllable, string expected) => ConfusionTable.NearSound(syllable).ShouldBe(expected);
}
