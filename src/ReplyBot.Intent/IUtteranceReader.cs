namespace ReplyBot.Intent;

/// <summary>Reads a buyer's message: intent, requests, emotion, slots, buyer type, threats. Immutable, safe from any thread.</summary>
public interface IUtteranceReader
{
    /// <summary>Reads one message as the buyer typed it.</summary>
    Understanding Read(string text);
}
