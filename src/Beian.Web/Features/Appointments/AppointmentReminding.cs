using Beian.Web.Jobs;

namespace Beian.Web.Features.Appointments;

/// <summary>Reminds of appointments.</summary>
public sealed class AppointmentReminding(IServiceScopeFactory scopes, ILogger<AppointmentReminding> logger)
    : Rounds(scopes, logger, first: TimeSpan.FromMinutes(6), interval: TimeSpan.FromMinutes(30))
{
    protected override async Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<AppointmentReminders>().RemindAsync(stop);
        return null;
    }
}
