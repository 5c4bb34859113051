using System.Buffers.Text;
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
    private readonly byte[] _key = new byte[Base64.GetMaxEncodedToUtf8Length(Vault.Nonce + Vault.Tag + Vault.Key)];
    private byte[] _sealed = new byte[1024];
    private int _used;

    internal SubjectSealer(byte[] masterKey)
    {
        _master = new(masterKey, Vault.Tag);
        _used = _random.Length;
    }

    /// <summary>A new subject's key, wrapped, and a text sealed with it; both as the database keeps them, until the next is sealed.</summary>
    public (ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Text) Seal(ReadOnlySpan<byte> text)
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
        var longest = Base64.GetMaxEncodedToUtf8Length(Vault.Nonce + Vault.Tag + text.Length);
        if (_sealed.Length < longest)
            _sealed = new byte[longest];
        return (Encrypt(_master, random[Vault.Key..^Vault.Nonce], key, _key), Encrypt(subject, random[^Vault.Nonce..], text, _sealed));
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_random);
        _master.Dispose();
    }

    private static ReadOnlyMemory<byte> Encrypt(AesGcm aes, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, byte[] room)
    {
        var length = Vault.Nonce + Vault.Tag + plain.Length;
        var whole = room.AsSpan(0, length);
        nonce.CopyTo(whole);
        aes.Encrypt(nonce, plain, whole[(Vault.Nonce + Vault.Tag)..], whole.Slice(Vault.Nonce, Vault.Tag));
        Base64.EncodeToUtf8InPlace(room, length, out var written);
        return room.AsMemory(0, written);
    }
}
