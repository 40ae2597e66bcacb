using System.Text.Json.Serialization;

namespace ReplyBot.Knowledge.Publishing;

/// <summary>How a bundle is written: everything by name and in the order of declaration, so that equal content makes equal bytes.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BundleFile))]
internal sealed partial class BundleJson : JsonSerializerContext;
