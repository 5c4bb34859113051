using Beian.Definitions.Answers;
using Beian.Definitions.Sheets;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings.Sheets;

/// <summary>打印登记表 of one's own filing: the sheets on the screen, and as files to print and sign.</summary>
public sealed class IndexModel(
    AppDb db,
    Filer filer,
    Visitor visitor,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FilingSheets sheets,
    SheetPress press,
    Vault vault,
    Judge judge,
    Texts texts
) : SheetsPage(db, filer, visitor, catalogue, authorities)
{
    public SheetData Data { get; private set; } = null!;

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    /// <summary>How many items still stand against a 上报; what is signed now might have to be signed again.</summary>
    public int Unfinished { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, Links.OfficeSheets(id), stop) is { } refusal)
            return refusal;
        Data = await sheets.NewestAsync(Filing, Pack, texts.Language, stop);
        Papers = press.Show(Pack, Data);
        if (Filing.IsEditable)
        {
            var saved = SealedAnswers.Open(Filing.Answers, Filing.PersonalAnswers, Filing.SubjectKey, vault);
            var (evaluation, _) = await judge.JudgeAsync(Pack, Filing, saved, [], stop);
            // A scan that is uploaded after the signing is no reason not to sign.
            Unfinished = evaluation.Problems.Count(p => p.Level == ProblemLevel.Hard && Pack.Form.FindByControl(p.Control) is not null);
        }
        Response.Headers.CacheControl = "private, no-store";
        return Page();
    }
}
