using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Beian.Web.Features.Filings;

/// <summary>
/// A file encrypted piece by piece, so that neither writing nor reading holds it in memory. AES-256-GCM with a key of its own
/// (HKDF over a random salt); a piece's nonce is its number and whether it is the last one, so that pieces can be neither
/// exchanged nor cut off unnoticed. Form: salt (32), then pieces of up to 64 KiB, each followed by its tag (16).
/// </summary>
public static class SealedFile
{
    private const int Piece = 64 * 1024;
    private const int Salt = 32;
    private const int Tag = 16;

    /// <summary>Encrypts <paramref name="plain"/>, of which at most <paramref name="limit"/> bytes are read.</summary>
    /// <returns>How long it was and its hash; null when it is longer than the limit.</returns>
    public static async Task<(long Length, string Sha256)?> WriteAsync(
        Stream target,
        Stream plain,
        byte[] masterKey,
        long limit,
        CancellationToken stop
    )
    {
        var salt = RandomNumberGenerator.GetBytes(Salt);
        await target.WriteAsync(salt, stop);
        using var aes = new AesGcm(KeyOf(masterKey, salt), Tag);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (piece, next, sealedPiece) = (new byte[Piece], new byte[Piece], new byte[Piece + Tag]);
        var count = await plain.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, stop);
        long length = 0;
        for (long number = 0; ; number++)
        {
            length += count;
            if (length > limit)
                return null;
            var nextCount = count < Piece ? 0 : await plain.ReadAtLeastAsync(next, Piece, throwOnEndOfStream: false, stop);
            hash.AppendData(piece, 0, count);
            aes.Encrypt(
                NonceOf(number, last: nextCount == 0),
                piece.AsSpan(0, count),
                sealedPiece.AsSpan(0, count),
                sealedPiece.AsSpan(count, Tag)
            );
            await target.WriteAsync(sealedPiece.AsMemory(0, count + Tag), stop);
            if (nextCount == 0)
                return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
            (piece, next, count) = (next, piece, nextCount);
        }
    }

    /// <summary>Decrypts into <paramref name="target"/>; throws where the file is not what was written.</summary>
    public static async Task ReadAsync(Stream target, Stream sealedFile, byte[] masterKey, CancellationToken stop)
    {
        var salt = new byte[Salt];
        await sealedFile.ReadExactlyAsync(salt, stop);
        using var aes = new AesGcm(KeyOf(masterKey, salt), Tag);
        var (piece, next, plain) = (new byte[Piece + Tag], new byte[Piece + Tag], new byte[Piece]);
        var count = await sealedFile.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, stop);
        for (long number = 0; ; number++)
        {
            if (count < Tag)
                throw new CryptographicException("The sealed file ends too early.");
            var nextCount =
                count < piece.Length ? 0 : await sealedFile.ReadAtLeastAsync(next, next.Length, throwOnEndOfStream: false, stop);
            var length = count - Tag;
            aes.Decrypt(NonceOf(number, last: nextCount == 0), piece.AsSpan(0, length), piece.AsSpan(length, Tag), plain.AsSpan(0, length));
            await target.WriteAsync(plain.AsMemory(0, length), stop);
            if (nextCount == 0)
                return;
            (piece, next, count) = (next, piece, nextCount);
        }
    }

    private static byte[] KeyOf(byte[] masterKey, byte[] salt) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, 32, salt, "sealed file"u8.ToArray());

    private static byte[] NonceOf(long number, bool last)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(3), number);
        nonce[11] = last ? (byte)1 : (byte)0;
        return nonce;
    }
}
