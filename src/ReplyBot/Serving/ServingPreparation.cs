using ReplyBot.Cli;
using ReplyBot.Conversations.Replies;
using ReplyBot.Conversations.Serving;
using ReplyBot.Intent;
using ReplyBot.Intent.Classification;
using ReplyBot.Knowledge;
using ReplyBot.Knowledge.Lint;
using ReplyBot.Knowledge.Publishing;
using ReplyBot.Knowledge.Search;
using ReplyBot.Storage;

namespace ReplyBot.Serving;

/// <summary>
/// Makes ready what is served: the last published base (the very first run publishes the files after lint), its index, and the model.
/// What is missing, damaged or older than its inputs is made anew; what is served is never half of one and half of the other.
/// </summary>
public sealed class ServingPreparation(ProgramFolders folders, PublishedBaseStore published, AdoptionRecord adoptions, ModelKeeper models, IWorkDisplay display)
{
    /// <summary>The model of what was put together last; null before.</summary>
    public IntentModel? Model { get; private set; }

    /// <summary>Makes everything ready.</summary>
    /// <exception cref="CannotRunException">Nothing was published yet and the files cannot be.</exception>
    public async Task<ServingBase> PrepareAsync(CancellationToken cancellation)
    {
        folders.Create();
        var bundle = await BundleAsync(cancellation);
        var model = await models.EnsureAsync(cancellation);
        return await AssembleAsync(bundle, model, cancellation);
    }

    /// <summary>Puts a bundle and a model together.</summary>
    public async Task<ServingBase> AssembleAsync(ScriptBundle bundle, IntentModel model, CancellationToken cancellation = default)
    {
        var index = await BuildIndexAsync(bundle);
        Model = model;
        return new ServingBase(bundle, index, new OutboundGuard(bundle.Content), ReaderOf(bundle, model))
        {
            Adoption = await adoptions.RatesAsync(cancellation),
        };
    }

    /// <summary>Reads buyers' messages with a model and the names of a base's products.</summary>
    public static UtteranceReader ReaderOf(ScriptBundle bundle, IntentModel model)
    {
        var products = bundle.Content.Products;
        var names = new ProductNames(products.ToDictionary(product => product.Id, product => (IReadOnlyList<string>)[product.Name, .. product.Aliases]))
        {
            Colors = [.. products.SelectMany(product => product.Colors).Distinct()],
            Sizes = [.. products.SelectMany(product => product.Sizes).Distinct()],
        };
        return new UtteranceReader(model, names);
    }

    private async Task<ScriptBundle> BundleAsync(CancellationToken cancellation)
    {
        if (await published.CurrentAsync(cancellation) is { } publication)
        {
            var reading = await published.ReadAsync(publication, cancellation);
            if (reading.Bundle is { } stored)
                return stored;
            display.Warn($"已发布的话术库损坏，将从文件重新发布 / the published base is damaged and is published again from the files: {reading.Problem}");
        }
        var bundle = await display.RunAsync("发布话术库 Publishing the script base", _ => Task.Run(ReadFiles, cancellation));
        await published.PublishAsync(bundle, cancellation);
        return bundle;
    }

    private ScriptBundle ReadFiles()
    {
        var reading = KnowledgeFiles.Check(folders.KnowledgeBase);
        return reading.Base is { } knowledge && !reading.HasErrors
            ? ScriptBundle.From(knowledge)
            : throw new CannotRunException(
                $"话术库 {folders.KnowledgeBase} 有错误，无法发布，请先运行 kb lint 查看 / the script base {folders.KnowledgeBase} has errors and cannot be published; see `kb lint`:\n{reading.FirstErrors()}");
    }

    /// <summary>The index of a bundle: from its file, or built and written there.</summary>
    public async Task<IScriptIndex> BuildIndexAsync(ScriptBundle bundle)
    {
        var path = folders.IndexOf(bundle.Hash);
        var loading = ScriptIndexFile.Load(path, bundle);
        if (loading.Index is { } loaded)
            return loaded;
        if (loading.State == ScriptIndexState.Damaged)
            display.Warn($"索引文件损坏，重新建立 / the index file is damaged and is built again: {path}");
        var serving = (await published.CurrentAsync(CancellationToken.None))?.Hash;
        return await display.RunAsync("建立话术索引 Building the script index", progress => Task.Run(() =>
        {
            var index = ScriptIndexBuilder.Build(bundle, progress);
            ScriptIndexFile.Save(index, path);
            KeepLatestIndexes(Path.GetDirectoryName(path)!, serving is null ? path : folders.IndexOf(serving));
            return index;
        }));
    }

    /// <summary>The last three indexes are kept, for going back without building; the published one is never dropped, however old it is.</summary>
    private static void KeepLatestIndexes(string folder, string serving)
    {
        const int Kept = 3;
        foreach (var old in new DirectoryInfo(folder).GetFiles("*.index")
            .OrderByDescending(file => file.Name == Path.GetFileName(serving)).ThenByDescending(file => file.LastWriteTimeUtc).Skip(Kept))
            old.Delete();
    }
}
