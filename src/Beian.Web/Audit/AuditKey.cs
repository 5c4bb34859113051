using System.Security.Cryptography;
using System.Text;
using Beian.Web.Data;

namespace Beian.Web.Audit;

/// <summary>
/// The key that signs seals: ECDSA on P-256, in <c>audit.key</c> beside the master key, never in the database. Its public half
/// is written to <c>audit-ID.pub</c> there; whoever replaces the key leaves that file, and the old seals stay good.
/// </summary>
public sealed class AuditKey : IDisposable
{
    private readonly ECDsa _key;
    private readonly Dictionary<string, ECDsa> _trusted = [];

    private AuditKey(ECDsa key)
    {
        _key = key;
        Id = IdOf(key);
    }

    /// <summary>Sixteen hexadecimal digits of the public key's hash.</summary>
    public string Id { get; }

    /// <summary>Opens the key in a folder, or makes one where there is none yet.</summary>
    public static AuditKey Open(string folder)
    {
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = new AuditKey(FromPem(KeyFile.ReadOrMake(Path.Combine(folder, "audit.key"), fresh.ExportPkcs8PrivateKeyPem)));
        KeyFile.ReadOrMake(Path.Combine(folder, $"audit-{key.Id}.pub"), key._key.ExportSubjectPublicKeyInfoPem);
        foreach (var path in Directory.EnumerateFiles(folder, "audit-*.pub"))
        {
            var trusted = FromPem(File.ReadAllText(path));
            key._trusted[IdOf(trusted)] = trusted;
        }
        return key;
    }

    /// <summary>Signs a seal's hash.</summary>
    public string Sign(string sha256) => Convert.ToBase64String(_key.SignData(Encoding.ASCII.GetBytes(sha256), HashAlgorithmName.SHA256));

    /// <summary>Whether a signature is by the named key, and the key one of this installation's.</summary>
    public bool Verify(string keyId, string sha256, string signature)
    {
        var bytes = new byte[200];
        return _trusted.TryGetValue(keyId, out var key)
            && Convert.TryFromBase64String(signature, bytes, out var length)
            && key.VerifyData(Encoding.ASCII.GetBytes(sha256), bytes.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose()
    {
        _key.Dispose();
        foreach (var key in _trusted.Values)
            key.Dispose();
    }

    private static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    private static ECDsa FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
