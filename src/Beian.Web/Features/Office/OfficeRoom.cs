using Beian.Web.Features.Office.Entries;
using Beian.Web.Features.Office.Filings;
using Beian.Web.Features.Office.Ledger;

namespace Beian.Web.Features.Office;

/// <summary>What this room brings into the program.</summary>
public static class OfficeRoom
{
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<OfficeMenu>();
        services.AddScoped<LedgerReader>();
        services.AddSingleton<LedgerExport>();
        services.AddScoped<Cases>();
        services.AddScoped<CaseMails>();
        services.AddScoped<CaseRoom>();
        services.AddScoped<CaseSheets>();
        services.AddScoped<EntryRoom>();
    }
}
