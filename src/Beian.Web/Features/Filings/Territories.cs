using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;

namespace Beian.Web.Features.Filings;

/// <summary>Which authority reviews what was filled in, where the pack leaves that to a region (<c>reviewed-by</c>).</summary>
public sealed class Territories(AuthorityTree authorities)
{
    /// <summary>The authority of the answers; null where the filer chooses one, or no region that there is was filled in.</summary>
    public Authority? Of(Pack pack, AnswerSet answers) =>
        pack.Service.ReviewedBy is { } reviewed && answers[reviewed.Region] is { } region && Divisions.Find(region) is not null
            ? authorities.InChargeOf(region, pack.Code, reviewed.Level)
            : null;

    /// <summary>Where a draft of such a service stands before its region is filled in: nobody sees it there.</summary>
    public Authority Undetermined => authorities.Root;
}
