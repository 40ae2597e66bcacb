namespace ReplyBot.Knowledge.Shop;

/// <summary>One tracking event.</summary>
/// <param name="Time">When.</param>
/// <param name="Text">What happened, as the courier says it.</param>
public sealed record SampleParcelEvent(SampleTime Time, string Text);
