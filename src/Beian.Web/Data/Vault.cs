using System.Security.Cryptography;
using System.Text;

namespace Beian.Web.Data;

/// <summary>
/// Encryption at rest under the master key, which lives in a file outside the database and outside backups.
/// AES-256-GCM; sealed form: base64 of nonce (12) · tag (16) · cipher text.
/// </summary>
public sealed class Vault(byte[] masterKey)
{
    internal const int Nonce = 12;
    internal const int Tag = 16;
    internal const int Key = 32;

    /// <summary>Reads the master key file, or makes one (readable by its owner only) where there is none yet.</summary>
    public static Vault Open(string path) =>
        new(Convert.FromBase64String(KeyFile.ReadOrMake(path, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));

    /// <summary>A new key for one subject, wrapped by the master key. Forgetting it erases what was sealed with it.</summary>
    public string NewSubjectKey() => Encrypt(masterKey, RandomNumberGenerator.GetBytes(Key));

    /// <summary>For sealing texts of many new subjects, one after the other.</summary>
    public SubjectSealer NewSubjects() => new(masterKey);

    /// <summary>Seals a text with a subject's key.</summary>
    public string Seal(string subjectKey, string text) => Encrypt(Decrypt(masterKey, subjectKey), Encoding.UTF8.GetBytes(text));

    /// <summary>Opens what <see cref="Seal(string,string)"/> sealed.</summary>
    public string Open(string subjectKey, string sealedText) =>
        Encoding.UTF8.GetString(Decrypt(Decrypt(masterKey, subjectKey), sealedText));

    /// <summary>Seals bytes with the master key itself.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain) => EncryptBytes(masterKey, plain);

    /// <summary>Opens what <see cref="Seal(ReadOnlySpan{byte})"/> sealed.</summary>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes) => DecryptBytes(masterKey, sealedBytes);

    /// <summary>A key for a purpose, derived from the master key (HKDF-SHA-256).</summary>
    public byte[] DeriveKey(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, info: Encoding.UTF8.GetBytes(purpose));

    private static string Encrypt(byte[] key, byte[] plain) => Convert.ToBase64String(EncryptBytes(key, plain));

    private static byte[] Decrypt(byte[] key, string text) => DecryptBytes(key, Convert.FromBase64String(text));

    private static byte[] EncryptBytes(byte[] key, ReadOnlySpan<byte> plain)
    {
        var result = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(result.AsSpan(0, Nonce), plain, result.AsSpan(Nonce + Tag), result.AsSpan(Nonce, Tag));
        return result;
    }

    private static byte[] DecryptBytes(byte[] key, ReadOnlySpan<byte> data)
    {
        var plain = new byte[data.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(data[..Nonce], data[(Nonce + Tag)..], data.Slice(Nonce, Tag), plain);
        return plain;
    }
}
