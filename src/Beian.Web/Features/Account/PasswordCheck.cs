using Beian.Definitions;
using Microsoft.AspNetCore.Identity;

namespace Beian.Web.Features.Account;

/// <summary>Asks somebody who is signed in for the password once more, before what only its owner may do. Whoever finds a browser signed in cannot try without end.</summary>
public sealed class PasswordCheck(SignInFailures failures, IPasswordHasher<Account> hasher)
{
    /// <returns>What is wrong; null: it is the password, or the account has none to ask for.</returns>
    public async Task<LocalizedText?> ProblemAsync(Account account, string? typed, CancellationToken stop)
    {
        if (account.PasswordHash is not { } hash)
            return null;
        var subject = failures.OfDevice("password", account.Id);
        if ((await failures.OfAsync([subject], stop)).LockedUntil is not null)
            return new("输错次数过多，请稍后再试", "Too many wrong tries; please try again later");
        if (typed is { Length: > 0 and <= 200 } && hasher.VerifyHashedPassword(account, hash, typed) != PasswordVerificationResult.Failed)
        {
            await failures.ClearAsync(subject, stop);
            return null;
        }
        await failures.AddAsync(subject, stop);
        return new("密码不正确", "The password is wrong");
    }
}
