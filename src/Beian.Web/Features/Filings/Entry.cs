using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Features.Account;

namespace Beian.Web.Features.Filings;

/// <summary>What is to be saved of a filing.</summary>
/// <param name="Answers">As typed.</param>
/// <param name="Account">The account block; null where none was on the form.</param>
/// <param name="Removed">The attachment the filer takes away; null for none.</param>
/// <param name="Submit">Whether to send it at once (上报), where nothing stops it.</param>
/// <param name="SheetCode">The short code of the signed sheet as typed; empty where none was.</param>
public sealed record Entry(
    Pack Pack,
    AnswerSet Answers,
    IReadOnlyList<ReceivedFile> Files,
    AccountAnswers? Account = null,
    Guid? Removed = null,
    bool Submit = false,
    string SheetCode = ""
);
