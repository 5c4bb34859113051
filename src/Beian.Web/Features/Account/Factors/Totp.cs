using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beian.Web.Features.Account.Factors;

/// <summary>One-time codes of six digits that an authenticator app counts from a secret and the time (RFC 6238: SHA-1, steps of 30 seconds).</summary>
public static class Totp
{
    private const int SecondsPerStep = 30;

    /// <summary>How many steps a telephone's clock may be fast or slow.</summary>
    private const int Drift = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, as long as the hash is (RFC 4226, 4).</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The step a code belongs to, if it is of about now and later than <paramref name="last"/>: no code is good twice (RFC 6238, 5.2).</summary>
    /// <returns>Null: the code is wrong, too old, or was used.</returns>
    public static long? Find(byte[] secret, string code, DateTime now, long last)
    {
        var typed = Encoding.UTF8.GetBytes(code);
        var step = StepAt(now);
        for (var tried = step - Drift; tried <= step + Drift; tried++)
            if (tried > last && CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(CodeOf(secret, tried))))
                return tried;
        return null;
    }

    public static long StepAt(DateTime now) => new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds() / SecondsPerStep;

    /// <summary>The code of a step (RFC 4226, 5.3).</summary>
    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "RFC 6238 as every authenticator app does it; HMAC does not need a hash without collisions."
    )]
    public static string CodeOf(byte[] secret, long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The secret as people type it into an app (RFC 4648).</summary>
    public static string ToText(byte[] secret)
    {
        var text = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var one in secret)
        {
            (bits, count) = ((bits << 8) | one, count + 8);
            for (; count >= 5; count -= 5)
                text.Append(Base32[(bits >> (count - 5)) & 31]);
        }
        if (count > 0)
            text.Append(Base32[(bits << (5 - count)) & 31]);
        return text.ToString();
    }

    /// <summary>What the QR code says to an app.</summary>
    /// <param name="issuer">What the app calls this site.</param>
    public static string ToAddress(byte[] secret, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={ToText(secret)}&issuer={Uri.EscapeDataString(issuer)}";
}
