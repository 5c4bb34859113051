using Beian.Definitions;

namespace Beian.Web.Features.Office;

/// <summary>A filing selected for being dealt with together with others.</summary>
/// <param name="Revision">The revision it is judged by.</param>
/// <param name="Obstacle">Why it cannot be dealt with so; null: it can.</param>
public sealed record BatchItem(Guid Id, string Name, string Number, int Revision, DateOnly? DueOn, LocalizedText? Obstacle);

/// <summary>What became of it.</summary>
/// <param name="Failure">Why nothing was done; null: it is done.</param>
public sealed record BatchResult(BatchItem Item, LocalizedText? Failure);
