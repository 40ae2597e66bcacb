namespace ReplyBot.Bulletins;

/// <summary>
/// A dated note on a platform's rules that every agent reads before going online. It is never changed, because a receipt is for the very
/// words that were read: what was wrong is withdrawn and written anew.
/// </summary>
/// <param name="Id">Counts up.</param>
/// <param name="Channel">The platform it is about; null for all.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="Text">What is to be known.</param>
/// <param name="EffectiveOn">The day from which the rule holds, in the shop's calendar.</param>
/// <param name="WrittenBy">Who wrote it, as the console calls them.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="WithdrawnAt">Since when it is no longer to be read, or null.</param>
public sealed record Bulletin(
    long Id, string? Channel, string Title, string Text, DateOnly EffectiveOn, string WrittenBy, DateTimeOffset WrittenAt, DateTimeOffset? WithdrawnAt);

/// <summary>A bulletin that is still to be written.</summary>
/// <param name="Channel">The platform it is about; null for all.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="Text">What is to be known.</param>
/// <param name="EffectiveOn">The day from which the rule holds.</param>
public sealed record NewBulletin(string? Channel, string Title, string Text, DateOnly EffectiveOn);

/// <summary>That somebody read a bulletin.</summary>
/// <param name="BulletinId">The bulletin.</param>
/// <param name="AccountId">Who.</param>
/// <param name="ReadAt">When they confirmed it.</param>
public sealed record BulletinReceipt(long BulletinId, string AccountId, DateTimeOffset ReadAt);
