namespace ReplyBot.Tests.Storage.Durability;

/// <summary>A shop that was served once, so that its model is trained and its base published. That is done once; each test takes a copy.</summary>
public sealed class ReadyShop : IDisposable
{
    private readonly Lazy<Task<SmallShop>> _made = new(MakeAsync);

    internal async Task<SmallShop> CopyAsync() => (await _made.Value).Copy();

    public void Dispose()
    {
        if (_made is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            _made.Value.Result.Dispose();
    }

    private static async Task<SmallShop> MakeAsync()
    {
        var shop = SmallShop.Create();
        (await RealProgram.StartAsync(shop)).Dispose();
        return shop;
    }
}
