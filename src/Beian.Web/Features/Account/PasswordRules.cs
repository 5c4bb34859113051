using System.Collections.Frozen;
using Beian.Definitions;

namespace Beian.Web.Features.Account;

/// <summary>What a password must be: long, mixed, not the name and not one of those everybody tries first.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    private const int Longest = 128;

    private static readonly Lazy<FrozenSet<string>> _weak = new(ReadWeak);

    /// <returns>What is wrong; null: nothing.</returns>
    public static LocalizedText? Check(string password, string userName)
    {
        if (password.Length == 0)
            return new("请填写密码", "Please fill in the password");
        if (password.Length is < Shortest or > Longest)
            return new($"密码长度须为 {Shortest} 至 {Longest} 位", $"A password has {Shortest} to {Longest} characters");
        if (Classes(password) < 3)
            return new(
                "密码须包含大写字母、小写字母、数字、符号中的至少三类",
                "A password has at least three of: capital letters, small letters, digits, other signs"
            );
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
            return new("密码不能包含账户名称", "The password must not contain the user name");
        return _weak.Value.Contains(password.ToLowerInvariant())
            ? new("该密码过于常见，容易被猜中，请换一个", "This password is among the first ones people guess; please choose another")
            : null;
    }

    private static int Classes(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 1 : 0);

    private static FrozenSet<string> ReadWeak()
    {
        using var reader = new StreamReader(
            typeof(PasswordRules).Assembly.GetManifestResourceStream("Beian.Web.Features.Account.weak-passwords.txt")!
        );
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
    }
}
