using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace ReplyBot.Storage;

/// <summary>Keeps the keys that protect cookies in the database, so that sign-ins and buyers outlive a restart and hold on every node.</summary>
public sealed class CookieKeyRepository(KeyStore keys) : IXmlRepository
{
    private const string Prefix = "cookies/";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.ListAsync(Prefix, CancellationToken.None).GetAwaiter().GetResult().Select(content => XElement.Parse(Encoding.UTF8.GetString(content)))];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.SaveAsync(Prefix + friendlyName, Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), CancellationToken.None).GetAwaiter().GetResult();
}
