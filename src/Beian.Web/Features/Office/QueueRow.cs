using System.Globalization;
using System.Linq.Expressions;
using Beian.Web.Features.Filings;
using Beian.Web.Web;

namespace Beian.Web.Features.Office;

/// <summary>A filing as a line of a ledger.</summary>
public sealed record QueueRow(
    Guid Id,
    string Service,
    string Kind,
    string Number,
    string SubjectName,
    string SubjectCode,
    string AuthorityId,
    FilingState State,
    int Revision,
    DateTime? SubmittedAt,
    DateOnly? DueOn,
    DateTime? DecidedAt,
    DateTime UpdatedAt,
    int Returns,
    string? AssignedTo
)
{
    public static Expression<Func<Filing, QueueRow>> From { get; } =
        f => new QueueRow(
            f.Id,
            f.Service,
            f.Kind,
            f.Number,
            f.SubjectName,
            f.SubjectCode,
            f.AuthorityId,
            f.State,
            f.Revision,
            f.SubmittedAt,
            f.DueOn,
            f.DecidedAt,
            f.UpdatedAt,
            f.Returns,
            f.AssignedToName
        );

    public string Name => SubjectName.Length > 0 ? SubjectName : Number;

    public string SubmittedText => Minute(SubmittedAt);

    public string ClosedText => Minute(DecidedAt ?? UpdatedAt);

    private static string Minute(DateTime? utc) =>
        utc is { } time ? ChinaTime.At(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
