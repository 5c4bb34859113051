namespace Beian.Web.Features.Office;

/// <summary>What waits for an authority, counted.</summary>
/// <param name="All">All of it.</param>
/// <param name="Today">Due today.</param>
/// <param name="Late">Overdue.</param>
/// <param name="First">Never returned: 新收.</param>
/// <param name="Again">Back after a return: 重新上报.</param>
/// <param name="Mine">Assigned to the officer who looks.</param>
public sealed record Waiting(int All, int Today, int Late, int First, int Again, int Mine);
