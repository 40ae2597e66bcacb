using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ReplyBot.Accounts;

namespace ReplyBot.Tests.Accounts;

public class PasswordsTests
{
    private readonly Passwords _passwords = new(Options.Create(new PasswordHasherOptions()));

    [Fact]
    public void Hash_WhenTwice_IsSaltedAndHoldsNoPassword()
    {
        var (first, second) = (_passwords.Hash("correct horse"), _passwords.Hash("correct horse"));
        first.ShouldNotBe(second);
        first.ShouldNotContain("horse");
    }

    [Theory]
    [InlineData("correct horse", PasswordVerificationResult.Success)]
    [InlineData("Correct horse", PasswordVerificationResult.Failed)]
    public void Verify_AcceptsTheVeryPasswordOnly(string typed, PasswordVerificationResult expected)
    {
        var account = new Account("1", "xiaoli", "小栗", [Roles.Agent], DateTimeOffset.UnixEpoch) { PasswordHash = _passwords.Hash("correct horse") };
        _passwords.Verify(account, typed).ShouldBe(expected);
    }

    [Fact]
    public void Verify_WhenThereIsNoAccount_Fails() => _passwords.Verify(null, "correct horse").ShouldBe(PasswordVerificationResult.Failed);
}
