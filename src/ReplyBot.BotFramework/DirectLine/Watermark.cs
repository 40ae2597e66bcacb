using System.Globalization;
using Microsoft.AspNetCore.Http;
using ReplyBot.BotFramework.Http;

namespace ReplyBot.BotFramework.DirectLine;

/// <summary>The watermark of a request: the sequence number of the last message that the client has.</summary>
internal static class Watermark
{
    /// <summary>Reads it; absent, empty or <c>-</c> means from the beginning.</summary>
    public static bool TryRead(HttpRequest request, out long watermark)
    {
        var text = request.Query["watermark"].ToString();
        if (text is "" or "-")
        {
            watermark = 0;
            return true;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out watermark);
    }

    /// <summary>Writes it.</summary>
    public static string Write(long watermark) => watermark.ToString(CultureInfo.InvariantCulture);

    /// <summary>The refusal of one that cannot be read.</summary>
    public static Problem Malformed() => Problem.BadRequest("The watermark is not one that was given out here.");
}
