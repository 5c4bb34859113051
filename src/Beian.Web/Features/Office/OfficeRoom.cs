using Beian.Web.Features.Office.Administration;
using Beian.Web.Features.Office.Entries;
using Beian.Web.Features.Office.Filings;
using Beian.Web.Features.Office.Ledger;
using Beian.Web.Features.Office.Ledger.Approvals;
using Beian.Web.Features.Office.Overruns;

namespace Beian.Web.Features.Office;

/// <summary>What this room brings into the program.</summary>
public static class OfficeRoom
{
    /// <summary>Its jobs, which only the web site runs.</summary>
    public static void AddOfficeJobs(this IServiceCollection services) => services.AddHostedService<EscalationService>();

    public static void AddOffice(this IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<OfficeMenu>();
        services.AddScoped<LedgerReader>();
        services.AddScoped<DaySheets>();
        services.AddScoped<Administration.Officers>();
        services.AddScoped<LogReader>();
        services.AddSingleton<LedgerExport>();
        services.AddScoped<Batches>();
        services.AddScoped<CaseNotes>();
        services.AddScoped<Escalation>();
        services.AddScoped<Cases>();
        services.AddScoped<CaseMails>();
        services.AddScoped<CaseRoom>();
        services.AddScoped<Enterprises.EnterpriseDesk>();
        services.AddScoped<Enterprises.Openings>();
        services.AddScoped<Enterprises.EnterpriseRoom>();
        services.AddScoped<Enterprises.Resetting>();
        services.AddScoped<Resets.ResetDesk>();
        services.AddScoped<Appointments.SlotOffers>();
        services.AddScoped<CaseSheets>();
        services.AddScoped<EntryRoom>();
    }
}
