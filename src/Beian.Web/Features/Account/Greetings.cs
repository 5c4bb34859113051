using Beian.Definitions;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Beian.Web.Features.Account;

/// <summary>
/// What the first page after a sign-in says: when and with what the account signed in before, what failed since, and which session this one ended.
/// </summary>
public sealed class Greetings(ITempDataDictionaryFactory messages, Texts texts)
{
    /// <summary>The message it travels in to the next page.</summary>
    public const string Key = "Greeting";

    /// <summary>Leaves it for the next page.</summary>
    /// <param name="replaced">The session that this sign-in ended; null: none.</param>
    public void Leave(HttpContext http, Account account, Session? replaced) =>
        messages.GetTempData(http)[Key] = string.Concat(Lines(account, replaced).Select(l => texts[l]));

    private static IEnumerable<LocalizedText> Lines(Account account, Session? replaced)
    {
        if (replaced is not null)
        {
            var where = $"{BrowserName.Of(replaced.UserAgent)} {replaced.Address}".Trim();
            yield return new(
                $"您在别处的登录（{where}）已因本次登录结束。",
                $"Your session elsewhere ({where}) has ended because of this sign-in. "
            );
        }
        if (account.PreviousSignInAt is not { } at)
            yield return new("这是您首次登录。", "This is your first sign-in. ");
        else
        {
            var with = string.Join(
                ' ',
                new[] { BrowserName.Of(account.PreviousSignInBrowser ?? ""), account.PreviousSignInAddress }.Where(w =>
                    w is { Length: > 0 }
                )
            );
            yield return new(
                $"上次登录：{ChinaTime.At(at):yyyy-MM-dd HH:mm}，{with}。",
                $"Last sign-in: {ChinaTime.At(at):yyyy-MM-dd HH:mm}, {with}. "
            );
        }
        if (account.PreviousFailures is > 0 and var failures)
            yield return new(
                $"此后有 {failures} 次登录失败，如非本人操作，请修改密码。",
                $"Since then {failures} tries to sign in failed; if it was not you, change your password. "
            );
    }
}
