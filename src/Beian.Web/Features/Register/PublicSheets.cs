using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>
/// What everybody may print of an entry: what register.yaml makes public. Personal numbers are masked; of anything else only that it was filled in.
/// </summary>
public sealed class PublicSheets(AppDb db, Catalogue.Catalogue catalogue, FilingSheets sheets)
{
    /// <summary>The public copy; null where there is no such entry or its service prints nothing.</summary>
    public async Task<(Pack Pack, RegisterEntry Entry, SheetData Data)?> FindAsync(
        string service,
        string number,
        Language language,
        CancellationToken stop
    )
    {
        if (catalogue.Find(service) is not { Sheets.Count: > 0 } pack)
            return null;
        if (
            await db.RegisterEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Service == service && e.Number == number, stop)
            is not { } entry
        )
            return null;
        var data = await ReadAsync(pack, entry, language, stop);
        return (
            pack,
            entry,
            data with
            {
                Copy = SheetCopy.Public,
                Disclose = f => Disclose(pack, f),
                // 系统编号 opens the filing to its owner; it is nobody else's business.
                Facts = data.Facts.Where(f => f.Key != SheetFacts.FilingNumber).ToDictionary(),
                Mark = entry.State == EntryState.Valid ? null : entry.State.Text,
            }
        );
    }

    /// <summary>What was entered; of an entry that came from elsewhere, without a filing, its public answers.</summary>
    private async Task<SheetData> ReadAsync(Pack pack, RegisterEntry entry, Language language, CancellationToken stop) =>
        await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == entry.FilingId, stop) is { } filing
        && await RegisterQueries.FindEnteredAnswersAsync(db, filing.Id, stop) is { } entered
            ? sheets.OfRegister(filing, pack, entered, language)
            : new SheetData(pack.Service.Title, pack.Form, AnswerSet.FromJson(entry.PublicAnswers), SheetCopy.Public, language);

    private static SheetDisclosure Disclose(Pack pack, Field field) =>
        field.Personal ? SheetDisclosure.Masked
        : pack.Register.Public(field) is not null ? SheetDisclosure.Whole
        : SheetDisclosure.Hidden;
}
