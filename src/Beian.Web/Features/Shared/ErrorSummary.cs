namespace Beian.Web.Features.Shared;

/// <summary>What stands above a form that has problems; each line leads to its control, whose id is its name.</summary>
public sealed record ErrorSummary(IReadOnlyList<ErrorLine> Lines)
{
    /// <summary>What is wrong with a control; null: nothing.</summary>
    public string? Of(string control) => Lines.FirstOrDefault(l => l.Control == control)?.Message;
}

/// <param name="Control">Id of the control; null for a problem of the whole form.</param>
public sealed record ErrorLine(string? Control, string Message);
