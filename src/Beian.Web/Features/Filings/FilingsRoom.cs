using Beian.Web.Features.Filings.Messages;
using Beian.Web.Features.Filings.Reminding;
using Beian.Web.Features.Filings.Sheets;
using Microsoft.AspNetCore.Antiforgery;

namespace Beian.Web.Features.Filings;

/// <summary>What this room brings into the program.</summary>
public static class FilingsRoom
{
    public static void AddFilings(this IServiceCollection services)
    {
        services.AddSingleton<DraftLimit>();
        services.AddScoped<DraftKeys>();
        services.AddScoped<Filer>();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, EnterpriseOfForm>();
        services.AddScoped<Kinds.KindStart>();
        services.AddScoped<Judge>();
        services.AddScoped<Profiles>();
        services.AddScoped<ProfileGates>();
        services.AddScoped<Urges>();
        services.AddScoped<Territories>();
        services.AddScoped<Rates.ParityBook>();
        services.AddSingleton<ProgressCodes>();
        services.AddScoped<FilingMails>();
        services.AddScoped<Submitting>();
        services.AddSingleton<Scanning.ScanReader>();
        services.AddSingleton<Signing.SheetScans>();
        services.AddScoped<Signing.NextStep>();
        services.AddScoped<Saving>();
        services.AddScoped<Redirecting>();
        services.AddScoped<Stashes>();
        services.AddScoped<FormReader>();
        services.AddScoped<Papers.PaperForms>();
        services.AddScoped<FormServices>();
        services.AddScoped<FilingSheets>();
        services.AddSingleton<SheetPress>();
        services.AddScoped<Deliveries>();
        services.AddScoped<Reminders>();
        services.AddHostedService<RemindingService>();
        services.AddScoped<Housekeeping>();
        services.AddHostedService<HousekeepingService>();
    }
}
