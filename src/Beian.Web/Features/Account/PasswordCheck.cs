using Beian.Definitions;

namespace Beian.Web.Features.Account;

/// <summary>Asks somebody who is signed in for the password once more, before what only its owner may do. Whoever finds a browser signed in cannot try without end.</summary>
public sealed class PasswordCheck(SignInFailures failures, Passwords passwords)
{
    /// <returns>What is wrong; null: it is the password, or the account has none to ask for.</returns>
    public async Task<LocalizedText?> ProblemAsync(Account account, string? typed, CancellationToken stop)
    {
        if (account.PasswordHash is not { } hash)
            return null;
        var subject = failures.OfDevice("password", account.Id);
        if ((await failures.OfAsync([subject], stop)).LockedUntil is not null)
            return new("输错次数过多，请稍后再试", "Too many wrong tries; please try again later");
        var isRight = typed is { Length: > 0 and <= 200 } ? await passwords.MatchesAnyAsync(account, [hash], typed, stop) : false;
        if (isRight is null)
            return Passwords.Busy;
        if (isRight.Value)
        {
            await failures.ClearAsync(subject, stop);
            return null;
        }
        await failures.AddAsync(subject, stop);
        return new("密码不正确", "The password is wrong");
    }
}
