using ReplyBot.BotFramework.Channels;

namespace ReplyBot.BotFramework.Tests.Channels;

public class CloudAddressesTests
{
    [Theory]
    [InlineData(ChannelCloud.Public, "https://api.botframework.com", "botframework.com")]
    [InlineData(ChannelCloud.UsGovernment, "https://api.botframework.us", "MicrosoftServices.onmicrosoft.us")]
    [InlineData(ChannelCloud.China, "https://api.botframework.azure.cn", "microsoftservices.partner.onmschina.cn")]
    public void Of_WhenOnlyTheCloudIsNamed_TakesItsAddresses(ChannelCloud cloud, string issuer, string tenant)
    {
        var addresses = CloudAddresses.Of(new() { Cloud = cloud });

        addresses.TokenIssuer.ShouldBe(issuer);
        addresses.OAuthScope.ShouldBe($"{issuer}/.default");
        addresses.SharedTenant.ShouldBe(tenant);
        addresses.Metadata.Scheme.ShouldBe("https");
    }

    [Fact]
    public void Of_WhenAddressesAreConfigured_TheyWin()
    {
        var addresses = CloudAddresses.Of(new()
        {
            MetadataAddress = new("http://127.0.0.1:9/keys"),
            TokenIssuer = "issuer",
            OAuthScope = "scope",
            TenantId = "t1",
        });

        addresses.Metadata.ShouldBe(new("http://127.0.0.1:9/keys"));
        addresses.TokenIssuer.ShouldBe("issuer");
        addresses.OAuthScope.ShouldBe("scope");
        addresses.BotTokenIssuers.ShouldContain("https://sts.windows.net/t1/");
        addresses.BotTokenIssuers.ShouldContain("https://login.microsoftonline.com/t1/v2.0");
    }
}
