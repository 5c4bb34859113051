using Beian.Definitions;
using Microsoft.AspNetCore.Identity;

namespace Beian.Web.Features.Account;

/// <summary>Hashes and compares passwords, each when it is its turn: every page that does goes through here.</summary>
public sealed class Passwords(IPasswordHasher<Account> hasher, HashingTurns turns)
{
    private static readonly Account _nobody = Account.ForEnterprise("nobody", "", "", default);

    /// <summary>What a password is compared with where there is no account.</summary>
    private string? _nobodysHash;

    /// <summary>What is said where too many wait already.</summary>
    public static LocalizedText Busy { get; } =
        new(
            "现在登录或设置密码的人太多，请一分钟后再试",
            "Too many people are signing in or setting passwords; please try again in a minute"
        );

    /// <returns>The hash; null: too many wait already.</returns>
    public async Task<string?> HashAsync(Account account, string password, CancellationToken stop) =>
        (await turns.RunAsync(() => ValueTuple.Create(hasher.HashPassword(account, password)), stop))?.Item1;

    /// <summary>Whether a password is the one of any of the hashes.</summary>
    /// <returns>Null: too many wait already.</returns>
    public Task<bool?> MatchesAnyAsync(Account account, IReadOnlyList<string> hashes, string password, CancellationToken stop) =>
        turns.RunAsync(() => hashes.Any(h => hasher.VerifyHashedPassword(account, h, password) != PasswordVerificationResult.Failed), stop);

    /// <summary>Compares a password with that of an account.</summary>
    /// <param name="account">Whose; null: there is none, and the answer takes the same time.</param>
    /// <returns>Whether it is the password, and what to keep from now on instead of its hash, where that was made with less effort; null: too many wait already.</returns>
    public Task<(bool IsRight, string? Better)?> CompareAsync(Account? account, string password, CancellationToken stop) =>
        turns.RunAsync(() => Compare(account, password), stop);

    private (bool IsRight, string? Better) Compare(Account? account, string password)
    {
        _nobodysHash ??= hasher.HashPassword(_nobody, Session.NewKey());
        var verdict = hasher.VerifyHashedPassword(account ?? _nobody, account?.PasswordHash ?? _nobodysHash, password);
        return account is null || verdict == PasswordVerificationResult.Failed ? (false, null)
            : verdict == PasswordVerificationResult.SuccessRehashNeeded ? (true, hasher.HashPassword(account, password))
            : (true, null);
    }
}
