using ReplyBot.Intent.Classification;
using ReplyBot.Serving;
using ReplyBot.Storage;

namespace ReplyBot.Hosting;

/// <summary>Takes up newly published bases and promoted models, whoever published them, without a restart.</summary>
public sealed class PublicationService(
    ServedBase served, ServingPreparation preparation, PublishedBaseStore published, ProgramFolders folders, TimeProvider clock, ILogger<PublicationService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private DateTime _modelWritten;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _modelWritten = File.GetLastWriteTimeUtc(folders.ActiveModel);
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TakeUpAsync(stoppingToken);
            }
#pragma warning disable CA1031 // What ran before keeps running; the next look may succeed.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Taking up a published base or model failed; the one before is still served");
            }
        }
    }

    private async Task TakeUpAsync(CancellationToken cancellation)
    {
        var current = served.Current;
        var bundle = current.Bundle;
        if (await published.CurrentAsync(cancellation) is { } publication && publication.Hash != bundle.Hash)
        {
            var reading = await published.ReadAsync(publication, cancellation);
            if (reading.Bundle is null)
                throw new StorageException($"The published base {publication.Hash} cannot be read: {reading.Problem}");
            bundle = reading.Bundle;
        }
        var model = preparation.Model;
        var written = File.GetLastWriteTimeUtc(folders.ActiveModel);
        if (written != _modelWritten && IntentModel.Read(folders.ActiveModel).Model is { } promoted)
        {
            model = promoted;
            _modelWritten = written;
        }
        else if (bundle == current.Bundle)
        {
            return;
        }
        if (model is null)
            return;
        served.Swap(await preparation.AssembleAsync(bundle, model, cancellation));
        log.LogInformation("Now serving base {Base}", bundle.Hash[..12]);
    }
}
