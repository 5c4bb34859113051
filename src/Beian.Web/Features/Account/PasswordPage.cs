using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Account;

/// <summary>A page where somebody gives an account a new password, typed twice.</summary>
public abstract class PasswordPage(Passwords passwords, FormerPasswords former, Texts texts) : AskingPage
{
    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? NewPasswordRepeat { get; set; }

    public Account Account { get; protected set; } = null!;

    protected Texts Texts => texts;

    /// <summary>Looks at the new password and makes its hash. Takes a hash for each of the former ones too: call it before a transaction.</summary>
    /// <param name="userName">The name it goes with from now on.</param>
    /// <param name="errors">What is wrong with the other controls; what is wrong with the new password comes behind it.</param>
    /// <returns>The hash; null: something is wrong.</returns>
    protected async Task<string?> HashAsync(string userName, List<ErrorLine> errors, CancellationToken stop)
    {
        if (PasswordRules.Check(NewPassword ?? "", userName) is { } wrong)
            Add(wrong);
        if (NewPasswordRepeat != NewPassword)
            errors.Add(new(nameof(NewPasswordRepeat), texts["两次输入的密码不一致", "The two passwords are not the same"]));
        if (errors.Count > 0)
            return null;
        if (await former.ProblemAsync(Account, NewPassword!, stop) is { } hindrance)
        {
            Add(hindrance);
            return null;
        }
        var hash = await passwords.HashAsync(Account, NewPassword!, stop);
        if (hash is null)
            Add(Passwords.Busy);
        return hash;

        void Add(LocalizedText problem) => errors.Add(new(nameof(NewPassword), texts[problem]));
    }

    /// <summary>Gives the account its new password, within the transaction of <paramref name="process"/>.</summary>
    protected async Task SetAsync(string hash, Process process, CancellationToken stop)
    {
        await former.KeepAsync(Account, process.Now, stop);
        Account.SetPassword(hash, process.Now);
    }
}
