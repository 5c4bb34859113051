using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Register;

/// <summary>What an approved filing entered into the register.</summary>
/// <param name="Answers">With which answers.</param>
/// <param name="Number">The number of its entry.</param>
/// <param name="Version">The version of the entry that is in force now.</param>
public sealed record EnteredFiling(Guid FilingId, EnteredAnswers Answers, string Number, int Version);
