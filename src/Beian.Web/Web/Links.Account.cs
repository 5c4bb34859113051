namespace Beian.Web.Web;

/// <summary>Signing in, and what belongs to an account.</summary>
public static partial class Links
{
    /// <summary>账号管理.</summary>
    public const string Account = "/account";

    /// <param name="act">Confirmation, Platform, Session, OtherSessions.</param>
    public static string AccountAct(string act) => $"{Account}?handler={act}";

    /// <summary>修改密码.</summary>
    public const string AccountPassword = "/account/password";

    /// <summary>认证器.</summary>
    public const string Authenticator = "/account/authenticator";

    /// <summary>电子钥匙: the keys of an account.</summary>
    public const string Passkeys = "/account/passkeys";

    /// <summary>系统设置.</summary>
    public const string Settings = "/account/settings";

    /// <summary>快速获取账号.</summary>
    public const string NewAccount = "/account/new";

    /// <summary>注册统一平台账号.</summary>
    public const string Registration = "/account/registration";

    /// <summary>企业端登录.</summary>
    /// <param name="returnUrl">Where to go afterwards; null: home of the user.</param>
    public static string SignIn(string? returnUrl = null) => "/account/sign-in" + Returning(returnUrl);

    /// <summary>主管部门端登录.</summary>
    /// <param name="returnUrl">Where to go afterwards; null: home of the officer.</param>
    public static string OfficeSignIn(string? returnUrl = null) => "/account/office-sign-in" + Returning(returnUrl);

    /// <summary>The second half of a sign-in.</summary>
    public const string SecondFactor = "/account/second-factor";

    /// <summary>Signing in with a key.</summary>
    public static string Passkey(string? returnUrl = null) => "/account/passkey" + Returning(returnUrl);

    /// <summary>国家政务服务平台账号.</summary>
    public static string Platform(string? returnUrl = null) => "/account/platform" + Returning(returnUrl);

    /// <summary>Where the national platform sends its answer.</summary>
    public const string PlatformAnswer = "/account/platform/answer";

    /// <summary>Joins somebody of the national platform to an account.</summary>
    public const string PlatformLink = "/account/platform/link";

    public const string SignOut = "/account/sign-out";

    /// <summary>忘记密码.</summary>
    public const string PasswordReset = "/account/password-reset";

    /// <summary>忘记账户名称.</summary>
    public const string UserNames = "/account/user-names";

    /// <summary>一次性码: where a code that an authority handed over is used.</summary>
    public const string OneTimeCode = "/account/one-time-code";

    /// <summary>The page behind a single-use link.</summary>
    public const string NewPassword = "/account/new-password";

    /// <param name="key">What proves that the link is genuine.</param>
    public static string NewPasswordBy(Guid id, string key) => $"{NewPassword}?id={id:N}&key={key}";

    /// <param name="key">What proves that the link is genuine.</param>
    public static string EmailConfirmation(Guid id, string key) => $"/account/email-confirmation?id={id:N}&key={key}";

    private static string Returning(string? returnUrl) => returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}";
}
