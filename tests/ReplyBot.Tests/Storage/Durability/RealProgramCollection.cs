namespace ReplyBot.Tests.Storage.Durability;

/// <summary>The tests that run the real program under load: one after another, and not beside others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
#pragma warning disable CA1711 // xunit's own word for it.
public sealed class RealProgramCollection : ICollectionFixture<ReadyShop>
#pragma warning restore CA1711
{
    public const string Name = "real program";
}
