using System.Security.Cryptography;
using Beian.Definitions;
using Beian.Web.Web;
using Microsoft.AspNetCore.Identity;

namespace Beian.Web.Features.Account.Passkeys;

/// <summary>
/// Asks a browser for a key and judges what it answers. What was asked stays with the browser for five minutes and is good for one answer.
/// </summary>
public sealed class PasskeyAsking(
    IPasskeyHandler<Account> handler,
    SealedCookies sealedCookies,
    SpendToken spend,
    Cookies cookies,
    TimeProvider clock,
    ILogger<PasskeyAsking> logger
)
{
    private const int LongestAnswer = 20_000;

    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(5);

    /// <summary>What to ask for a new key of an account (JSON).</summary>
    public async Task<string> AskForNewAsync(HttpContext http, Account account)
    {
        var user = new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.UserName!,
            DisplayName = account.DisplayName,
        };
        var asked = await handler.MakeCreationOptionsAsync(user, http);
        Keep(http, "new", asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    /// <summary>What to ask for any key of this site (JSON).</summary>
    public async Task<string> AskForAnyAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        Keep(http, "any", asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>The new key, or what is wrong with the answer.</summary>
    public async Task<(UserPasskeyInfo? Passkey, LocalizedText? Problem)> JudgeNewAsync(HttpContext http, Account account, string? answer)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || await TakeAsync(http, "new") is not { } state)
            return (null, TooLate);
        var result = await handler.PerformAttestationAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer,
                AttestationState = state,
            }
        );
        return result.Succeeded && result.UserEntity.Id == account.Id.ToString()
            ? (result.Passkey, null)
            : (null, ProblemOf(http, result.Failure));
    }

    /// <summary>Whose key answered, or what is wrong.</summary>
    public async Task<(Account? Account, UserPasskeyInfo? Passkey, LocalizedText? Problem)> JudgeAsync(HttpContext http, string? answer)
    {
        if (answer is not { Length: > 0 and <= LongestAnswer } || await TakeAsync(http, "any") is not { } state)
            return (null, null, TooLate);
        var result = await handler.PerformAssertionAsync(
            new()
            {
                HttpContext = http,
                CredentialJson = answer,
                AssertionState = state,
            }
        );
        return result.Succeeded ? (result.User, result.Passkey, null) : (null, null, ProblemOf(http, result.Failure));
    }

    private static LocalizedText TooLate { get; } =
        new("等待时间过长，或这次应答已经用过，请再试一次", "It took too long, or this answer was used before; please try again");

    private LocalizedText ProblemOf(HttpContext http, PasskeyException? failure)
    {
        logger.LogWarning("A passkey was refused: {Reason}", failure?.Message);
        return http.Items[typeof(PasskeyOrigin)] is not null
            ? new(
                "这次应答来自另一个网站，已拒绝。请确认浏览器地址栏是本站地址后再试",
                "The answer came from another site and is refused. See that the address bar shows this site, and try again"
            )
            : new(
                "电子钥匙没有通过验证：可能不是在本站登记的钥匙，或已被移除",
                "The key could not be verified: it may not be registered here, or was removed"
            );
    }

    private void Keep(HttpContext http, string purpose, string? state)
    {
        var nonce = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8));
        sealedCookies.Keep(http, cookies.Passkey, new Asked(nonce, purpose, state), _lifetime);
        http.Response.Headers.CacheControl = "no-store";
    }

    private async Task<string?> TakeAsync(HttpContext http, string purpose)
    {
        var asked = sealedCookies.Read<Asked>(http, cookies.Passkey);
        sealedCookies.Forget(http, cookies.Passkey);
        return asked?.Purpose == purpose && await spend(asked.Nonce, clock.GetUtcNow() + _lifetime, http.RequestAborted)
            ? asked.State
            : null;
    }

    private sealed record Asked(long Nonce, string Purpose, string? State);
}
