namespace ReplyBot.Conversations.Serving;

/// <summary>Gives what is served now. Callers take it once and keep it for the whole of what they do.</summary>
public interface IServingBase
{
    /// <summary>What is served now.</summary>
    ServingBase Current { get; }
}
