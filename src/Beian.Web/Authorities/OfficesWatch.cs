using System.Data.Common;
using Beian.Web.Web;

namespace Beian.Web.Authorities;

/// <summary>Takes up every few seconds what another node changed.</summary>
public sealed class OfficesWatch(Offices offices, WorkingDays calendar, TimeProvider clock, ILogger<OfficesWatch> logger)
    : BackgroundService
{
    private DateOnly _warned;

    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);

    /// <summary>Before the first request: limits are counted with the calendar that was entered.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        offices.Refresh();
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Once a day, until somebody enters the table.</summary>
    private void Warn(DateOnly today)
    {
        if (_warned == today || calendar.MissingYear(today) is not { } year)
            return;
        _warned = today;
        logger.LogWarning(
            "The holidays of {Year} are missing: limits are counted Monday to Friday. Enter them under /office/holidays",
            year
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                offices.RefreshIfChanged();
                Warn(clock.Today());
            }
            catch (DbException fault)
            {
                logger.LogWarning(fault, "The offices and the calendar could not be looked up; trying again");
            }
    }
}
