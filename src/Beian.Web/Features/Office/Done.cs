using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office;

/// <summary>What an officer did last, told on the page it led to.</summary>
public sealed record Done(Guid Id, string Name, Outcome Outcome, DateTime At);
