using System.Net;
using ReplyBot.BotFramework.Channels;

namespace ReplyBot.BotFramework.Tests.Channels;

public class PrivateAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fd00::1")]
    [InlineData("fe80::1")]
    public void Contain_WhenAddressIsNotPublic_IsTrue(string address) =>
        PrivateAddresses.Contain(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("52.112.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2603:1030::1")]
    [InlineData("::ffff:8.8.8.8")]
    public void Contain_WhenAddressIsPublic_IsFalse(string address) =>
        PrivateAddresses.Contain(IPAddress.Parse(address)).ShouldBeFalse();
}
