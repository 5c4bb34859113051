using Beian.Web.Features.Office.Filings;

namespace Beian.Web.Features.Office;

/// <summary>What this room brings into the program.</summary>
public static class OfficeRoom
{
    public static void AddOffice(this IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<OfficeMenu>();
        services.AddScoped<Cases>();
        services.AddScoped<CaseMails>();
        services.AddScoped<CaseRoom>();
        services.AddScoped<CaseSheets>();
    }
}
