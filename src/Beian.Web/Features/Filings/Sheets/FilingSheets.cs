using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Sheets;

/// <summary>What is printed of a filing: before its approval the copy for signature, afterwards what was entered into the register.</summary>
public sealed class FilingSheets(AppDb db, Vault vault, Judge judge, AuthorityTree authorities, FindEnteredAnswers findEntered)
{
    /// <summary>The copy that holds now.</summary>
    public async Task<SheetData> NewestAsync(Filing filing, Pack pack, Language language, CancellationToken stop) =>
        filing.State == FilingState.Approved && await findEntered(db, filing.Id, stop) is { } entered
            ? OfRegister(filing, pack, entered, language)
            : await ForSignatureAsync(filing, pack, language, stop);

    /// <summary>The copy for signature, of the answers as they are saved.</summary>
    public async Task<SheetData> ForSignatureAsync(Filing filing, Pack pack, Language language, CancellationToken stop)
    {
        var saved = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, vault);
        var attachments = await db.AttachmentsOf(filing.Id).Select(a => a.Code).ToListAsync(stop);
        var (evaluation, _) = await judge.JudgeAsync(pack, filing, saved, attachments, stop);
        return ForSignature(filing, pack, Evaluator.DropIrrelevant(pack, evaluation), RevisionToSign(filing), language);
    }

    /// <summary>The copy for signature of given answers.</summary>
    /// <param name="answers">The answers that apply.</param>
    /// <param name="revision">The revision they are signed for.</param>
    public SheetData ForSignature(Filing filing, Pack pack, AnswerSet answers, int revision, Language language)
    {
        var stamp = SheetStamp.Of(pack, filing.Number, revision, answers);
        return new SheetData(pack.Service.Title, pack.Form, answers, SheetCopy.Application, language)
        {
            Facts = FactsOf(filing, pack, language),
            Seal = new(stamp.Write(), stamp.Code),
        };
    }

    /// <summary>What was entered at the approval.</summary>
    public SheetData OfRegister(Filing filing, Pack pack, EnteredAnswers entered, Language language)
    {
        var answers = SealedAnswers.Open(entered.Answers, entered.PersonalAnswers, filing.SubjectKey, vault);
        var facts = FactsOf(filing, pack, language);
        facts[SheetFacts.ApprovedOn] = ChinaTime
            .At(entered.ApprovedAt)
            .ToString(language == Language.En ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);
        return new SheetData(pack.Service.Title, pack.Form, answers, SheetCopy.Register, language) { Facts = facts, Mark = entered.Mark };
    }

    /// <summary>The revision that was sent, or the one that what is saved now will become.</summary>
    private static int RevisionToSign(Filing filing) =>
        filing.State is FilingState.Draft or FilingState.Returned || filing.HasWorkingCopy && filing.IsEditable
            ? filing.Revision + 1
            : Math.Max(filing.Revision, 1);

    private Dictionary<string, string> FactsOf(Filing filing, Pack pack, Language language) =>
        new(StringComparer.Ordinal)
        {
            [SheetFacts.FilingNumber] = filing.Number,
            [SheetFacts.FilingAuthority] = authorities[filing.AuthorityId].Name,
            [SheetFacts.FilingKind] = pack.Lifecycle.Kinds.First(k => k.Code == filing.Kind).Label.In(language),
            [SheetFacts.FilingRoute] = pack.Service.Routes.First(r => r.Code == filing.Route).Label.In(language),
        };
}
