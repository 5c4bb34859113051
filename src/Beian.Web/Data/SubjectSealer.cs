using System.Security.Cryptography;

namespace Beian.Web.Data;

/// <summary>
/// What <see cref="Vault.NewSubjectKey"/> and <see cref="Vault.Seal(string, string)"/> do, for many new subjects: a subject's key need not be unwrapped to be
/// used, the master key is set up once, and random bytes are drawn in advance. For one thread.
/// </summary>
public sealed class SubjectSealer : IDisposable
{
    private const int BytesEach = Vault.Key + 2 * Vault.Nonce;

    private readonly AesGcm _master;
    private readonly byte[] _random = new byte[64 * BytesEach];
    private byte[] _sealed = new byte[1024];
    private int _used;

    internal SubjectSealer(byte[] masterKey)
    {
        _master = new(masterKey, Vault.Tag);
        _used = _random.Length;
    }

    /// <summary>A new subject's key, wrapped, and a text sealed with it.</summary>
    public (string Key, string Text) Seal(ReadOnlySpan<byte> text)
    {
        if (_used == _random.Length)
        {
            RandomNumberGenerator.Fill(_random);
            _used = 0;
        }
        var random = _random.AsSpan(_used, BytesEach);
        _used += BytesEach;
        var key = random[..Vault.Key];
        using var subject = new AesGcm(key, Vault.Tag);
        return (Encrypt(_master, random[Vault.Key..^Vault.Nonce], key), Encrypt(subject, random[^Vault.Nonce..], text));
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_random);
        _master.Dispose();
    }

    private string Encrypt(AesGcm aes, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain)
    {
        var length = Vault.Nonce + Vault.Tag + plain.Length;
        if (_sealed.Length < length)
            _sealed = new byte[length];
        var whole = _sealed.AsSpan(0, length);
        nonce.CopyTo(whole);
        aes.Encrypt(nonce, plain, whole[(Vault.Nonce + Vault.Tag)..], whole.Slice(Vault.Nonce, Vault.Tag));
        return Convert.ToBase64String(whole);
    }
}
