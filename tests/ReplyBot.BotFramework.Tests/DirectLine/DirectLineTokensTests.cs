using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ReplyBot.BotFramework.DirectLine;
using ReplyBot.BotFramework.Tests.Support;

namespace ReplyBot.BotFramework.Tests.DirectLine;

public class DirectLineTokensTests
{
    private static readonly TokenGrant Grant = new("c1", "web", "dl_a", "王女士", ["https://shop.example"]);

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Check_WhenIssuedHere_ReturnsTheGrant()
    {
        var tokens = Create();

        var check = await tokens.CheckAsync(tokens.Issue(Grant).Token);

        check.State.ShouldBe(TokenState.Valid);
        check.Grant!.ConversationId.ShouldBe("c1");
        check.Grant.ChannelId.ShouldBe("web");
        check.Grant.UserId.ShouldBe("dl_a");
        check.Grant.UserName.ShouldBe("王女士");
        check.Grant.Origins.ShouldBe(["https://shop.example"]);
    }

    [Fact]
    public async Task Check_WhenThirtyMinutesPassed_SaysExpired()
    {
        var tokens = Create();
        var issued = tokens.Issue(Grant);
        issued.ExpiresIn.ShouldBe(1800);

        _time.Advance(TimeSpan.FromSeconds(1799));
        (await tokens.CheckAsync(issued.Token)).State.ShouldBe(TokenState.Valid);
        _time.Advance(TimeSpan.FromSeconds(1));
        (await tokens.CheckAsync(issued.Token)).State.ShouldBe(TokenState.Expired);
    }

    [Fact]
    public async Task Check_WhenKeyIsTheSameAfterARestart_StillCounts() =>
        (await Create().CheckAsync(Create().Issue(Grant).Token)).State.ShouldBe(TokenState.Valid);

    [Fact]
    public async Task Check_WhenSignedWithAnotherKey_IsInvalid() =>
        (await Create().CheckAsync(Create(firstKeyByte: 9).Issue(Grant).Token)).State.ShouldBe(TokenState.Invalid);

    [Fact]
    public async Task Check_WhenAnyCharacterIsChanged_IsInvalid()
    {
        var tokens = Create();
        var token = tokens.Issue(Grant).Token;
        for (var i = 0; i < token.Length; i += 7)
        {
            // The last character of a part carries bits that encode nothing; its neighbour is changed instead.
            if (i == token.Length - 1 || token[i] == '.' || token[i + 1] == '.')
                continue;

            var forged = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            (await tokens.CheckAsync(forged)).State.ShouldBe(TokenState.Invalid, $"character {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2VyIjoiZGxfYSJ9.")]
    public async Task Check_WhenNotAToken_IsInvalid(string text) =>
        (await Create().CheckAsync(text)).State.ShouldBe(TokenState.Invalid);

    [Fact]
    public async Task Check_WhenGivenATicket_IsInvalid()
    {
        var tokens = Create();

        (await tokens.CheckAsync(tokens.IssueStreamTicket(Grant))).State.ShouldBe(TokenState.Invalid);
        (await tokens.CheckAsync(tokens.IssueAttachmentTicket("c1", "f1"))).State.ShouldBe(TokenState.Invalid);
        (await tokens.CheckStreamTicketAsync(tokens.Issue(Grant).Token, "c1")).State.ShouldBe(TokenState.Invalid);
        (await tokens.CheckAttachmentTicketAsync(tokens.IssueStreamTicket(Grant), "c1", "f1")).ShouldBe(TokenState.Invalid);
    }

    [Fact]
    public async Task CheckStreamTicket_WhenAMinutePassed_SaysExpired()
    {
        var tokens = Create();
        var ticket = tokens.IssueStreamTicket(Grant);
        (await tokens.CheckStreamTicketAsync(ticket, "c1")).State.ShouldBe(TokenState.Valid);
        (await tokens.CheckStreamTicketAsync(ticket, "c2")).State.ShouldBe(TokenState.Invalid);

        _time.Advance(TimeSpan.FromSeconds(60));
        (await tokens.CheckStreamTicketAsync(ticket, "c1")).State.ShouldBe(TokenState.Expired);
    }

    [Fact]
    public void Issue_WhenClientsReadTheToken_TheyFindTheUser()
    {
        // Microsoft's clients take the buyer's id from a claim named "user".
        var token = new JsonWebToken(Create().Issue(Grant).Token);

        token.GetPayloadValue<string>("user").ShouldBe("dl_a");
    }

    private DirectLineTokens Create(byte firstKeyByte = 1) =>
        new(Options.Create(new DirectLineOptions { SigningKey = [firstKeyByte, .. new byte[31]] }), _time);
}
