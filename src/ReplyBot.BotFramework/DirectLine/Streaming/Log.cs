using Microsoft.Extensions.Logging;

namespace ReplyBot.BotFramework.DirectLine.Streaming;

/// <summary>What is logged about sockets: never what was said.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "A Direct Line socket broke: {Reason}")]
    public static partial void Broken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} Direct Line sockets are open; a further one was refused.")]
    public static partial void Full(ILogger logger, int count);
}
