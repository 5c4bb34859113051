namespace Beian.Web.Features.Appointments;

/// <summary>Reminds a while after the start and every half hour from then on.</summary>
public sealed class AppointmentReminding(IServiceScopeFactory scopes, ILogger<AppointmentReminding> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_first, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<AppointmentReminders>().RemindAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "Reminders of appointments failed; trying again later");
            }
            await Task.Delay(_interval, stoppingToken);
        }
    }
}
