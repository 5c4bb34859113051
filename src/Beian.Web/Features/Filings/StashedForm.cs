namespace Beian.Web.Features.Filings;

/// <summary>The fields of a form that was stashed.</summary>
/// <param name="FilingId">The filing it is for.</param>
/// <param name="Service">The service, authority and route of a filing that does not exist yet.</param>
/// <param name="Version">The version the form was made from.</param>
/// <param name="Answers">Canonical JSON of the answers as typed. No password is ever among them.</param>
/// <param name="Enterprise">The enterprise a filing that does not exist yet is for; null: the filing says it, or it was kept by an earlier release.</param>
public sealed record StashedForm(
    Guid FilingId,
    string Service,
    string Authority,
    string Route,
    int Version,
    string Answers,
    DateTime At,
    Guid? Enterprise = null
);
