using Beian.Definitions;

namespace Beian.Web.Web;

/// <summary>What the error page of a request has to say.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Path">What was asked for.</param>
/// <param name="Route">The route's template, for the log.</param>
/// <param name="Reason">Why, where the program knows more than the status says.</param>
/// <param name="Reference">Under what the log has the fault; only for faults of ours.</param>
public sealed record Failure(int Status, string Path, string Route, LocalizedText? Reason = null, string? Reference = null);
