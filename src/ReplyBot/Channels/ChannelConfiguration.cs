using ReplyBot.Conversations;

namespace ReplyBot.Channels;

/// <summary>Reads the channels' settings from configuration: <c>Channels:Default</c> and <c>Channels:{id}</c>.</summary>
public static class ChannelConfiguration
{
    private const string Section = "Channels";
    private const string Default = "Default";

    /// <summary>Reads them.</summary>
    public static ChannelSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var channels = section.GetChildren().Where(child => child.Key != Default)
            .ToDictionary(child => child.Key, child => child.Get<ChannelSetting>() ?? new ChannelSetting(), StringComparer.Ordinal);
        return new ChannelSettings(section.GetSection(Default).Get<ChannelSetting>() ?? new ChannelSetting(), channels);
    }
}
