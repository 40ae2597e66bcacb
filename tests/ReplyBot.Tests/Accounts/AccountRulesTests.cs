using ReplyBot.Accounts;
using ReplyBot.Accounts.Http;

namespace ReplyBot.Tests.Accounts;

public class AccountRulesTests
{
    [Theory]
    [InlineData("1234567", "xiaoli")]
    [InlineData("Xiaoli-99", "xiaoli-99")]
    [InlineData(null, "xiaoli")]
    public void CheckPassword_WhenShortOrTheName_Complains(string? password, string name) =>
        new FieldErrors().CheckPassword("password", password, name).ByField.Keys.ShouldBe(["password"]);

    [Fact]
    public void CheckPassword_WhenEightCharacters_IsContent() =>
        new FieldErrors().CheckPassword("password", "8个字也算可以的", "xiaoli").Any.ShouldBeFalse();

    [Theory]
    [InlineData("x", "小栗", "name")]
    [InlineData("xiao li", "小栗", "name")]
    [InlineData("", "小栗", "name")]
    [InlineData("xiaoli", " ", "displayName")]
    [InlineData("xiaoli", "小\n栗", "displayName")]
    public void CheckNames_WhenOneIsUnfit_NamesTheField(string name, string displayName, string field) =>
        AccountRules.CheckNames(name, displayName).ByField.Keys.ShouldBe([field]);

    [Theory]
    [InlineData("小栗")]
    [InlineData("xiao.li_2@shop")]
    public void CheckNames_WhenFit_IsContent(string name) => AccountRules.CheckNames(name, "小栗").Any.ShouldBeFalse();

    [Fact]
    public void CheckRoles_WhenOneIsUnknown_Complains() => new FieldErrors().CheckRoles(["agent", "root"]).Any.ShouldBeTrue();
}
