using System.Text.RegularExpressions;
using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Beian.Web.Features.Account;

/// <summary>The account block as typed into a form; its controls are <c>account.userName</c> and so on.</summary>
public sealed record AccountAnswers(string UserName, string Password, string PasswordRepeat, string Email)
{
    public static AccountAnswers From(IFormCollection form) =>
        new(
            form["account.userName"].ToString().Trim(),
            form["account.password"].ToString(),
            // A form without the second box (a program's, say) has nothing that could differ.
            form.ContainsKey("account.passwordRepeat")
                ? form["account.passwordRepeat"].ToString()
                : form["account.password"].ToString(),
            form["account.email"].ToString().Trim()
        );
}

/// <summary>The account block of a first filing: checks it and makes the account, without saving anything.</summary>
public sealed partial class AccountBlock(AppDb db, Passwords passwords, TimeProvider clock)
{
    private static readonly Problem _taken = new(
        "account.userName",
        "user-name-taken",
        new("该账户名称已被使用，请换一个", "This user name is taken; please choose another")
    );

    private static readonly Problem _userNameForm = new(
        "account.userName",
        "user-name-form",
        new(
            "账户名称须以字母开头，由 6 至 20 位字母、数字或下划线组成",
            "A user name begins with a letter and has 6 to 20 letters, digits or underscores"
        )
    );

    /// <summary>The longest name of a person, in characters.</summary>
    public const int LongestName = 50;

    /// <summary>Nothing is wrong, but there is no account now.</summary>
    public static Problem Busy { get; } = new("account.password", "busy", Passwords.Busy);

    /// <summary>Everything wrong with the block; empty: <see cref="CreateAsync"/> may be called.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(AccountAnswers answers, CancellationToken stop)
    {
        List<Problem> problems = [.. CheckForm(answers)];
        if (await CheckUserNameAsync(answers.UserName, stop) is { } problem)
            problems.Insert(0, problem);
        return problems;
    }

    /// <summary>What is wrong with a user name for a new account of either kind; null: nothing.</summary>
    public async Task<Problem?> CheckUserNameAsync(string userName, CancellationToken stop)
    {
        if (userName.Length == 0)
            return Missing("account.userName", "账户名称", "the user name");
        if (!UserNames().IsMatch(userName))
            return _userNameForm;
        var normalized = userName.ToUpperInvariant();
        return await db.Accounts.AnyAsync(a => a.NormalizedUserName == normalized, stop) ? _taken : null;
    }

    /// <summary>What is wrong with an e-mail address for an account; null: nothing.</summary>
    public static Problem? EmailProblem(string email) =>
        email.Length == 0 ? Missing("account.email", "电子邮箱", "the e-mail address")
        : email.Length > 100 || !Emails().IsMatch(email)
            ? new(
                "account.email",
                "email-form",
                new("电子邮箱格式不正确，例如 name@example.com", "This is not an e-mail address; write it like name@example.com")
            )
        : null;

    /// <summary>What is wrong with a person's name; null: nothing.</summary>
    public static LocalizedText? NameProblem(string name) =>
        name.Length is 0 or > LongestName || name.Any(char.IsControl)
            ? new($"请填写姓名，最多 {LongestName} 个字", $"Please fill in your name, at most {LongestName} characters")
            : null;

    /// <summary>The account, its password hashed: call it before a transaction, hashing takes a tenth of a second. The caller adds and saves it.</summary>
    /// <returns>Null: too many wait for their hash already (<see cref="Busy"/>).</returns>
    public async Task<Account?> CreateAsync(AccountAnswers answers, string displayName, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var account = Account.ForEnterprise(answers.UserName, answers.Email, displayName, now);
        if (await passwords.HashAsync(account, answers.Password, stop) is not { } hash)
            return null;
        account.SetPassword(hash, now);
        return account;
    }

    /// <summary>Two people may choose a name in the same moment and the database lets one have it: the other's problem; null: another fault.</summary>
    public static Problem? TakenIn(DbUpdateException fault) =>
        fault.InnerException switch
        {
            SqliteException { SqliteErrorCode: 19 } e when e.Message.Contains("accounts.normalized_user_name", StringComparison.Ordinal) =>
                _taken,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_accounts_normalized_user_name" } =>
                _taken,
            _ => null,
        };

    private static IEnumerable<Problem> CheckForm(AccountAnswers answers)
    {
        if (PasswordRules.Check(answers.Password, answers.UserName) is { } wrong)
            yield return new("account.password", "password", wrong);
        if (answers.PasswordRepeat != answers.Password)
            yield return new(
                "account.passwordRepeat",
                "password-repeat",
                new("两次输入的密码不一致", "The two passwords are not the same")
            );

        if (EmailProblem(answers.Email) is { } problem)
            yield return problem;
    }

    private static Problem Missing(string control, string zh, string en) =>
        new(control, "required", new LocalizedText($"请填写{zh}", $"Please fill in {en}"));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{5,19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserNames();

    [GeneratedRegex(
        @"^[A-Za-z0-9._%+\-]{1,64}@([A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Emails();
}
