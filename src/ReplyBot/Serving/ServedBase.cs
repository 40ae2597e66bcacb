using ReplyBot.Conversations.Serving;

namespace ReplyBot.Serving;

/// <summary>Holds what is served and swaps it whole: whoever has taken the old one finishes with the old one.</summary>
public sealed class ServedBase(ServingBase first) : IServingBase
{
    private volatile ServingBase _current = first;

    public ServingBase Current => _current;

    /// <summary>Serves another base or model from now on.</summary>
    public void Swap(ServingBase next) => _current = next;
}
