using Beian.Definitions;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>An entry or a filing as a line of a ledger. It holds nothing personal: sealed answers are never opened for it.</summary>
/// <param name="Place">Where it stands, as the address of a page names it.</param>
/// <param name="FilingId">The filing behind it; null where there is none.</param>
/// <param name="Answers">The answers that are not personal: of an entry the public ones, of a filing those of the newest revision.</param>
/// <param name="SystemNumber">系统编号; empty for an entry.</param>
/// <param name="EntryNumber">登记表编号; empty for a filing that was never entered.</param>
/// <param name="StateMark">The class that colours the state.</param>
public sealed record LedgerRow(
    string Place,
    Guid? FilingId,
    AnswerSet Answers,
    string Name,
    string EnterpriseCode,
    string SystemNumber,
    string EntryNumber,
    string EntryCode,
    LocalizedText Kind,
    LocalizedText State,
    string StateMark,
    DateTime? SubmittedAt,
    DateTime? FirstApprovedAt,
    DateTime? ApprovedAt,
    string AuthorityId
);
