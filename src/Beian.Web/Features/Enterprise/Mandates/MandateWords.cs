using Beian.Definitions;
using Beian.Web.Features.Account.Standings;

namespace Beian.Web.Features.Enterprise.Mandates;

public static class MandateWords
{
    public static LocalizedText Text(this MandateState state) =>
        state switch
        {
            MandateState.Offered => new("待受托方接受", "waits for the agency"),
            MandateState.Upcoming => new("已接受，未到起始日期", "accepted, not yet in force"),
            MandateState.InForce => new("有效", "in force"),
            MandateState.Expired => new("已到期", "expired"),
            _ => new("已终止", "ended"),
        };

    /// <summary>The services a mandate is for, by their titles.</summary>
    public static LocalizedText ServicesIn(this Mandate mandate, Catalogue.Catalogue catalogue)
    {
        var services = Mandate.ReadServices(mandate.Services);
        return services.Count == 0
            ? new("全部事项", "all services")
            : LocalizedText.Join([.. services.Select(s => catalogue.Find(s)?.Service.Title ?? new(s, s))]);
    }

    /// <summary>The class of the coloured mark.</summary>
    public static string Mark(this MandateState state) =>
        state switch
        {
            MandateState.Offered or MandateState.Upcoming => "submitted",
            MandateState.InForce => "approved",
            _ => "withdrawn",
        };
}
