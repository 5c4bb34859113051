using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Account.Passkeys;
using Beian.Web.Features.Account.Platform;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Account;

/// <summary>What this room brings into the program.</summary>
public static class AccountRoom
{
    /// <summary>What commands need too.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddOptions<PasswordHasherOptions>().Configure<Settings>((o, settings) => o.IterationCount = settings.PasswordIterations);
        services.AddSingleton(_ => new HashingTurns(HashingTurns.MostWaiting));
        services.AddSingleton<Passwords>();
        services.AddScoped<AccountBlock>();
        services.AddScoped<SecondFactors>();
    }

    /// <summary>Sessions and the rules of who may enter where.</summary>
    public static void AddSessions(this IServiceCollection services)
    {
        services.AddScoped<Visitor>();
        services.AddScoped<SignIns>();
        services.AddScoped<SignInFailures>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<PublicAddress>();
        services.AddScoped<EmailConfirmations>();
        services.AddScoped<OneTimeKeys>();
        services.AddScoped<FormerPasswords>();
        services.AddScoped<Greetings>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<HalfSignIns>();
        services.AddScoped<PasskeyAsking>();
        services.AddSingleton<PlatformClient>();
        services.AddScoped<PlatformCookies>();
        // Of Identity only what checks the answers of keys; it finds accounts and keys through our store.
        services.AddScoped<IUserStore<Account>, PasskeyStore>();
        services.AddIdentityCore<Account>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyOrigin>();
        services
            .AddAuthentication(SessionHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddPolicies();
    }
}
