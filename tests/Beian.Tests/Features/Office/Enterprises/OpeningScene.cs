using Beian.Tests.Features.Register.Import;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beian.Tests.Features.Office.Enterprises;

/// <summary>Entries of the former system, and officers who open accounts for them.</summary>
public abstract class OpeningScene<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    protected const string District = "A440106";
    protected const string NewPassword = "Bian-jiang 2027!";

    protected static IReadOnlyDictionary<string, string?> Seen { get; } =
        new Dictionary<string, string?> { ["documents"] = "licence", ["note"] = "经办人到窗口办理" };

    private protected Scene Scenes => field ??= new(Site, Data);

    protected async Task<RegisterEntry> ImportAsync(string name)
    {
        var number = LegacyFile.NewNumber();
        using var file = new LegacyFile().Add(LegacyFile.Approved(name, number: number)).Write();
        await RunAsync(file);
        return await Site.QueryAsync(db => db.RegisterEntries.AsNoTracking().SingleAsync(e => e.Number == number, Stop));
    }

    protected Task<Beian.Web.Features.Filings.Claim> ClaimAsync(RegisterEntry entry) =>
        Site.QueryAsync(db => db.Claims.AsNoTracking().SingleAsync(c => c.CodeKey == entry.CodeKey, Stop));

    private protected Task<ImportResult> RunAsync(LegacyFile file) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<Importer>()
                .RunAsync(
                    new(
                        file.Path,
                        "foreign-trade-operator",
                        file.Report,
                        new Dictionary<string, string> { ["法定代表人"] = "legalRepName" },
                        false
                    ),
                    _ => { },
                    Stop
                )
        );

    protected static Dictionary<string, string?> With(params (string Name, string? Value)[] others)
    {
        var values = new Dictionary<string, string?>(Seen);
        foreach (var (name, value) in others)
            values[name] = value;
        return values;
    }

    protected static async Task<Page> SetAsync(SiteClient client, Page page, string? userName)
    {
        var values = new Dictionary<string, string?> { ["NewPassword"] = NewPassword, ["NewPasswordRepeat"] = NewPassword };
        if (userName is not null)
            values["UserName"] = userName;
        return await client.SubmitAsync(page.ExpectOk(), "main form", values);
    }
}
