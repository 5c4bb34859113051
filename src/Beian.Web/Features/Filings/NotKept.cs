using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>A form that was sent by somebody who may not save it.</summary>
/// <param name="Typed">What was typed, to be copied.</param>
/// <param name="Reason">Why it was not saved, and whom to ask.</param>
/// <param name="IsKept">Whether it is kept for the account, to be restored.</param>
public sealed record NotKept(Pack Pack, AnswerSet Typed, LocalizedText Reason, bool IsKept);
