using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Data;

/// <summary>A key of the data-protection ring (antiforgery, captcha, known devices), sealed with the master key. In the database, so that nodes share it.</summary>
public sealed class ProtectionKey
{
    private ProtectionKey() { }

    public ProtectionKey(string name, string xml, DateTime now) => (Name, Xml, CreatedAt) = (name, xml, now);

    public string Name { get; private set; } = "";

    public string Xml { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<ProtectionKey>
    {
        public void Configure(EntityTypeBuilder<ProtectionKey> entity) => entity.ToTable("data_protection_keys").HasKey(k => k.Name);
    }
}

/// <summary>The ring in the database. The framework asks for it synchronously: at the start and once a day.</summary>
public sealed class ProtectionKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return
        [
            .. db.Set<ProtectionKey>().AsNoTracking().OrderBy(k => k.CreatedAt).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse),
        ];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.GetUtcNow().UtcDateTime));
        db.SaveChanges();
    }
}

/// <summary>Seals the ring's keys with the master key.</summary>
public sealed class ProtectionKeySealer(Vault vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement("sealed", Convert.ToBase64String(vault.Seal(plain))), typeof(ProtectionKeyOpener));
    }
}

/// <summary>Opens what <see cref="ProtectionKeySealer"/> sealed. Stored keys name this type: it keeps its name.</summary>
public sealed class ProtectionKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var vault = services.GetRequiredService<Vault>();
        return XElement.Parse(Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(encryptedElement.Value))));
    }
}
