using Beian.Web.Data;

namespace Beian.Web.Web;

/// <summary>
/// What an installation may set: in <c>settings.json</c> of the data folder, or in the environment (<c>Beian__PublicUrl=…</c>).
/// The defaults run the product on SQLite with nothing configured.
/// </summary>
public sealed class Settings
{
    /// <summary>Offers the demo sign-ins on the portal. Never on a real installation.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether people reach the site by https, here or at a proxy before it: cookies are then Secure and __Host-.</summary>
    public bool Https { get; set; }

    /// <summary>How people outside reach the site (https://…), for links in mails. Empty: as the request came.</summary>
    public string PublicUrl { get; set; } = "";

    public DatabaseSettings Database { get; set; } = new();

    public MailSettings Mail { get; set; } = new();

    /// <summary>When a sign-in asks for the picture code.</summary>
    public CaptchaPolicy Captcha { get; set; } = CaptchaPolicy.Always;

    /// <summary>
    /// How often a password is hashed (PBKDF2 with HMAC-SHA-512; OWASP asks for 210,000). Raised, the next sign-in of each account hashes its password anew.
    /// </summary>
    public int PasswordIterations { get; set; } = 210_000;

    public OfficerSettings Officers { get; set; } = new();

    public PlatformSettings Platform { get; set; } = new();

    public RateLimitSettings RateLimits { get; set; } = new();

    public RetentionSettings Retention { get; set; } = new();

    /// <summary>Addresses of the proxies before the site; only these are believed when they say whose request they pass on.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>The file with the master key; empty: keys/master.key in the data folder.</summary>
    public string MasterKeyFile { get; set; } = "";

    /// <summary>When officers' sign-in asks for the picture code.</summary>
    public CaptchaPolicy OfficerCaptcha => Officers.Captcha ?? Captcha;

    /// <summary>Whether an officer has one session at a time.</summary>
    public bool OfficersHaveOneSession => Officers.SingleSession ?? !Demo;

    /// <summary>Whether officers must have a second factor.</summary>
    public SecondFactorPolicy OfficerSecondFactor =>
        Officers.SecondFactor ?? (Demo ? SecondFactorPolicy.Offered : SecondFactorPolicy.Required);

    /// <summary>How many days an officer's password holds; 0: for ever.</summary>
    public int OfficerPasswordDays => Officers.PasswordDays ?? (Demo ? 0 : 90);

    /// <summary>TrueType files beyond those of the program, for characters on sheets that these lack; asked in turn.</summary>
    public string[] Fonts { get; set; } = [];
}

/// <summary>
/// What holds for officers alone (GB/T 22239, level 3). What is left empty is strict on a real installation and lax in demo mode, where a click signs in.
/// </summary>
public sealed class OfficerSettings
{
    /// <summary>Whether every officer must have a second factor. Empty: yes; in demo mode it is offered.</summary>
    public SecondFactorPolicy? SecondFactor { get; set; }

    /// <summary>A newer sign-in of an officer ends the older one. Empty: yes; in demo mode no.</summary>
    public bool? SingleSession { get; set; }

    /// <summary>When officers' sign-in asks for the picture code. Empty: as enterprises' does.</summary>
    public CaptchaPolicy? Captcha { get; set; }

    /// <summary>How many days a password holds; 0: for ever. Empty: 90; in demo mode for ever.</summary>
    public int? PasswordDays { get; set; }
}

/// <summary>国家政务服务平台 (or any OpenID Connect provider) that enterprises may sign in by.</summary>
public sealed class PlatformSettings
{
    /// <summary>The provider's address, before /.well-known/openid-configuration. Empty: nobody signs in by it.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public bool IsSet => Authority.Length > 0 && ClientId.Length > 0;
}

public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>The connection string; empty on SQLite: beian.db in the data folder.</summary>
    public string Connection { get; set; } = "";
}

/// <summary>How often one address may do something in a minute; 0: as often as it likes.</summary>
public sealed class RateLimitSettings
{
    public int SignIn { get; set; } = 30;

    public int Captcha { get; set; } = 120;

    public int Search { get; set; } = 300;

    /// <summary>Starting a draft without an account.</summary>
    public int Draft { get; set; } = 20;
}

/// <summary>The mail server. Without a host no mail leaves; it waits in the outbox.</summary>
public sealed class MailSettings
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    public string From { get; set; } = "no-reply@localhost";

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public bool StartTls { get; set; }
}

public enum SecondFactorPolicy
{
    /// <summary>Who has one is asked for it.</summary>
    Offered,

    /// <summary>Who has none adds one before anything else.</summary>
    Required,
}

public enum CaptchaPolicy
{
    Always,
    AfterFailures,
}

/// <summary>How long is kept what is needed no more.</summary>
public sealed class RetentionSettings
{
    /// <summary>How many days after a reset request was dealt with the scans of documents that came with it are deleted; 0: never.</summary>
    public int ResetPaperDays { get; set; } = 180;
}
