using Beian.Definitions;
using Beian.Definitions.Fields;
using Beian.Definitions.Sheets;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Features.Register;

namespace Beian.Web.Features.Office.Filings;

/// <summary>What an officer prints of a case: of what was sent or entered, never of what the filer is still editing.</summary>
public sealed class CaseSheets(AppDb db, Desk desk, Cases cases, FilingSheets sheets)
{
    /// <summary>The copy that holds now, its personal numbers masked.</summary>
    public async Task<(Case Case, SheetData Data)?> FindAsync(Guid id, bool toSign, Language language, CancellationToken stop)
    {
        if (await cases.FindAsync(id, stop) is not { } filing)
            return null;
        var found = await cases.ReadAsync(filing, stop);
        if (found.Pack.Sheets.Count == 0)
            return null;
        var entered = toSign || found.Entry is null ? null : await RegisterQueries.FindEnteredAnswersAsync(db, id, stop);
        var data = entered is null
            ? sheets.ForSignature(filing, found.Pack, SentOf(found), found.Revision.Number, language)
            : sheets.OfRegister(filing, found.Pack, entered, language);
        return (found, data with { Disclose = f => f.Personal ? SheetDisclosure.Masked : SheetDisclosure.Whole });
    }

    /// <summary>Whether this officer's authority approved it, so that the sheets get its seal.</summary>
    public bool MaySeal(Case found) => found.Entry is not null && found.Filing.AuthorityId == desk.Officer.AuthorityId;

    /// <summary>Keeps who printed the sheets for the seal, and when.</summary>
    public async Task RecordSealAsync(Case found, CancellationToken stop)
    {
        var process = desk.Begin("PrintingForTheSeal");
        RecordSeal(process, found.Filing.Id, found.Entry!.Number, found.Entry.Version);
        await db.SaveAsync(process, stop);
    }

    /// <summary>Notes with an action that it printed a filing's sheets for the seal.</summary>
    internal static void RecordSeal(Process process, Guid filing, string entry, int version) =>
        process.Record("SheetSealed", "filing", filing, new { entry, version });

    /// <summary>Notes with an action that it printed personal numbers whole.</summary>
    internal static void RecordReveal(Process process, Guid filing, int revision, string sheet) =>
        process.Record("PersonalAnswersRevealed", "filing", filing, new { revision, sheet });

    /// <summary>The same with personal numbers whole, for the authority in charge; the audit trail keeps who printed what.</summary>
    public async Task<SheetData> RevealAsync(Case found, SheetData data, string sheet, CancellationToken stop)
    {
        if (found.Filing.AuthorityId != desk.Officer.AuthorityId)
            return data;
        if (found.HasPersonalNumbers)
        {
            var process = desk.Begin("PrintingPersonalAnswers");
            RecordReveal(process, found.Filing.Id, found.Revision.Number, sheet);
            await db.SaveAsync(process, stop);
        }
        return data with { Disclose = _ => SheetDisclosure.Whole };
    }

    /// <summary>The answers of the revision: without what the authority and the system added, which no signature stood for.</summary>
    private static Definitions.Answers.AnswerSet SentOf(Case found) =>
        found.Answers.Without(c => found.Pack.Form.FindByControl(c) is not { FilledBy: FilledBy.Enterprise });
}
