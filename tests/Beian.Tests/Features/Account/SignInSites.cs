using Beian.Tests.Support;

namespace Beian.Tests.Features.Account;

/// <summary>A site that asks for captchas only after failures, behind a proxy on this machine: tests come from addresses they choose.</summary>
public sealed class SignInOnSqliteSite : SqliteSite
{
    public SignInOnSqliteSite() => SignInSite.Configure(this);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class SignInOnPostgresSite : PostgresSite
{
    public SignInOnPostgresSite() => SignInSite.Configure(this);
}

internal static class SignInSite
{
    private static int _addresses;

    public static void Configure(TestSite site)
    {
        site.Settings["Captcha"] = "AfterFailures";
        site.Settings["Demo"] = "true";
        site.Settings["PasswordIterations"] = "2000"; // planted accounts have fewer
        site.Settings["Officers:SingleSession"] = "true";
        site.Settings["Officers:PasswordDays"] = "90";
        site.Settings["Proxies:0"] = "127.0.0.1";
        site.Settings["RateLimits:SignIn"] = "1000";
    }

    /// <summary>A visitor from an address that nobody else has.</summary>
    public static SiteClient ClientElsewhere(this TestSite site)
    {
        var client = site.NewClient();
        var number = Interlocked.Increment(ref _addresses);
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.{number / 250}.{number % 250 + 1}");
        return client;
    }

    /// <summary>Types a name and a password into a sign-in page.</summary>
    public static async Task<Page> TypeAsync(this SiteClient client, string path, string userName, string password)
    {
        var page = await client.GetAsync(path);
        return await client.SubmitAsync(
            page,
            "#sign-in",
            new Dictionary<string, string?> { ["UserName"] = userName, ["Password"] = password }
        );
    }
}
