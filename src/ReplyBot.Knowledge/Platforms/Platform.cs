namespace ReplyBot.Knowledge.Platforms;

/// <summary>A selling platform: what it is called, so that its name and slang never reach a buyer on another one.</summary>
/// <param name="Id">The channel id.</param>
/// <param name="Names">The platform's names; the first is the one to show.</param>
/// <param name="Abbreviations">Its abbreviations in Latin letters.</param>
/// <param name="Slang">What its users call it.</param>
/// <param name="Disguises">Homophones and other ways around a word filter.</param>
/// <param name="Terms">Its services, currencies and tools.</param>
/// <param name="Allow">Contexts in which one of these words is harmless.</param>
/// <param name="Forbidden">What must not be said on this platform.</param>
/// <param name="Clock">The platform's own service clock.</param>
public sealed record Platform(
    string Id,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Abbreviations,
    IReadOnlyList<string> Slang,
    IReadOnlyList<string> Disguises,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Allow,
    IReadOnlyList<ForbiddenPhrase> Forbidden,
    ServiceClock Clock);
