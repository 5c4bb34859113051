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
        if (catalogue.FindPublic(service) is not { } current)
            return null;
        if (await db.FindEntryAsync(service, number, stop) is not { } entry)
            return null;
        // An entry is printed as it was filed, whatever the form looks like since.
        var filing = await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == entry.FilingId, stop);
        var pack = filing is null ? current : catalogue.PackOf(filing);
        if (pack.Sheets.Count == 0)
            return null;
        var data = await ReadAsync(pack, entry, filing, language, stop);
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
    private async Task<SheetData> ReadAsync(Pack pack, RegisterEntry entry, Filing? filing, Language language, CancellationToken stop) =>
        filing is not null && await RegisterQueries.FindEnteredAnswersAsync(db, filing.Id, stop) is { } entered
            ? sheets.OfRegister(filing, pack, entered, language)
            : new SheetData(pack.Service.Title, pack.Form, AnswerSet.FromJson(entry.PublicAnswers), SheetCopy.Public, language);

    private static SheetDisclosure Disclose(Pack pack, Field field) =>
        field.Personal ? SheetDisclosure.Masked
        : pack.Register.Public(field) is not null ? SheetDisclosure.Whole
        : SheetDisclosure.Hidden;
}
