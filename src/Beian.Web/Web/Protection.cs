using Beian.Web.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Web;

/// <summary>The keys behind cookies and tokens, and the tokens of forms.</summary>
public static class Protection
{
    public static void AddProtection(this IServiceCollection services)
    {
        services.AddSingleton<Cookies>();
        services.AddSingleton<SealedCookies>();
        services.AddDataProtection().SetApplicationName("beian");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory, TimeProvider, Vault>(
                (o, scopes, clock, vault) =>
                    (o.XmlRepository, o.XmlEncryptor) = (new ProtectionKeys(scopes, clock), new ProtectionKeySealer(vault))
            );
        services
            .AddOptions<CookieTempDataProviderOptions>()
            .Configure<Cookies, Settings>((o, cookies, settings) => Set(o.Cookie, cookies.Message, settings));
        services.AddAntiforgery();
        services
            .AddOptions<AntiforgeryOptions>()
            .Configure<Cookies, Settings>(
                (o, cookies, settings) =>
                {
                    Set(o.Cookie, cookies.Antiforgery, settings);
                    o.SuppressXFrameOptionsHeader = true; // every answer has a stricter one
                }
            );
    }

    private static void Set(CookieBuilder cookie, string name, Settings settings)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.SecurePolicy = settings.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
