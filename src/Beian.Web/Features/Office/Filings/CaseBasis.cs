using Beian.Definitions.Answers;
using Beian.Web.Authorities;
using Beian.Web.Features.Filings.Kinds;

namespace Beian.Web.Features.Office.Filings;

/// <summary>What a filing about an entry starts from.</summary>
/// <param name="Entry">The entry as it is now.</param>
/// <param name="Before">What was registered when the filing was started.</param>
/// <param name="Changes">What reads differently from that.</param>
/// <param name="LetsGoTo">The authority the entry moves to, while the one that keeps it has not let it go; null otherwise.</param>
public sealed record CaseBasis(EntryInForce Entry, AnswerSet Before, IReadOnlyList<Difference> Changes, Authority? LetsGoTo);
