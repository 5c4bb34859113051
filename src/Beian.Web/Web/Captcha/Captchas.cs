using System.Globalization;
using System.Security.Cryptography;
using Beian.Definitions;
using Beian.Definitions.Fields;
using Microsoft.AspNetCore.DataProtection;

namespace Beian.Web.Web.Captcha;

/// <summary>
/// Gives out and checks captchas. The answer travels only inside the encrypted token; a token holds ten minutes and is
/// spent by its first check, right or wrong.
/// </summary>
public sealed class Captchas(IDataProtectionProvider protection, SpendToken spend, TimeProvider clock)
{
    // Nothing that resembles another sign once bent: no 0 O D Q, 1 I L, 2 Z, 5 S, 8 B, 6 G.
    public const string Alphabet = "3456789ACEFHJKMNPRTUVWXY";

    private const int Length = 4;
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("captcha");

    public CaptchaChallenge Issue(CaptchaKind kind)
    {
        if (kind == CaptchaKind.Question)
        {
            var (question, sum) = ArithmeticQuestion.Next();
            return new CaptchaChallenge(kind, Seal(sum.ToString(CultureInfo.InvariantCulture)), question);
        }

        return new CaptchaChallenge(kind, Seal(RandomNumberGenerator.GetString(Alphabet, Length)), null);
    }

    /// <summary>What is wrong with <paramref name="answer"/>; null: it is right. The token is spent either way.</summary>
    public async Task<LocalizedText?> ProblemAsync(string? token, string? answer, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return new("请填写验证码", "Please fill in the verification code");
        if (Open(token) is not { } challenge)
            return new("验证码已过期，请按新的验证码填写", "The verification code has expired; here is a new one");
        if (!await spend(challenge.Nonce, challenge.Expires, stop))
            return new(
                "这个验证码已经用过，一个验证码只能用一次，请按新的验证码填写",
                "This verification code was used before; a code is good once, here is a new one"
            );
        return string.Equals(challenge.Answer, Normalise(answer), StringComparison.Ordinal)
            ? null
            : new("验证码不正确，请按新的验证码填写", "The verification code is wrong; here is a new one");
    }

    /// <summary>The picture of an unspent, unexpired token; null for any other.</summary>
    public byte[]? Draw(string? token) => Open(token) is { } challenge ? CaptchaPicture.Draw(challenge.Answer, challenge.Nonce) : null;

    private string Seal(string answer)
    {
        var expires = clock.GetUtcNow().Add(_lifetime).ToUnixTimeSeconds();
        var nonce = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
        return _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{expires}|{nonce}|{answer}"));
    }

    private (DateTimeOffset Expires, long Nonce, string Answer)? Open(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 1000)
            return null;

        try
        {
            var parts = _protector.Unprotect(token).Split('|');
            var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
            var nonce = long.Parse(parts[1], CultureInfo.InvariantCulture);
            return expires > clock.GetUtcNow() ? (expires, nonce, parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Full-width and lower-case letters, blanks and Chinese numerals mean what they look like.</summary>
    private static string Normalise(string? answer)
    {
        if (answer is null || answer.Length > 40)
            return "";

        var text = PlainText.Compact(answer).ToUpperInvariant();
        return ArithmeticQuestion.ReadNumeral(text) ?? text;
    }
}

public enum CaptchaKind
{
    /// <summary>Bent characters to read.</summary>
    Picture,

    /// <summary>A sum in words, for those who cannot see the picture.</summary>
    Question,
}

/// <param name="Token">Goes with the form and comes back with the answer.</param>
/// <param name="Question">The question; null for a picture.</param>
public sealed record CaptchaChallenge(CaptchaKind Kind, string Token, LocalizedText? Question)
{
    public string PictureHref => "/account/captcha?token=" + Uri.EscapeDataString(Token);
}
