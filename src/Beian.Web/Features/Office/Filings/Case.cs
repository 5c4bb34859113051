using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Messages;
using Beian.Web.Features.Register;
using Beian.Web.Web;

namespace Beian.Web.Features.Office.Filings;

/// <summary>Everything an officer needs to judge a filing: what was sent, by whom, what changed, what stands against it.</summary>
public sealed class Case
{
    public required Filing Filing { get; init; }

    public required Pack Pack { get; init; }

    /// <summary>How it is looked at.</summary>
    public required CaseView View { get; init; }

    /// <summary>The revision shown: the newest one sent, unless an earlier one was asked for. What the filer is still editing is not shown.</summary>
    public required Revision Revision { get; init; }

    /// <summary>The revision it is compared with; null where there is no other.</summary>
    public required Revision? Former { get; init; }

    /// <summary>Its answers; once entered, with what the authority and the system added.</summary>
    public required AnswerSet Answers { get; init; }

    public required Evaluation Evaluation { get; init; }

    /// <summary>The files that went with the revision.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>The filer's account; null while the enterprise has none (taken over from the former system).</summary>
    public required Account.Account? Owner { get; init; }

    /// <summary>The newest mail about this filing, as it stands with each address it went to: the enterprise's first, then that of whoever sent the filing.</summary>
    public required IReadOnlyList<Delivery> LastMails { get; init; }

    /// <summary>All revisions, oldest first.</summary>
    public required IReadOnlyList<Revision> Revisions { get; init; }

    /// <summary>All decisions, oldest first.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>Other acts worth knowing (withdrawn, redirected, revealed), oldest first.</summary>
    public required IReadOnlyList<Event> Acts { get; init; }

    /// <summary>What changed from <see cref="Former"/> to <see cref="Revision"/>.</summary>
    public required IReadOnlyList<Difference> Changes { get; init; }

    public required IReadOnlyList<Rival> Rivals { get; init; }

    /// <summary>The entry this filing became, or made a version of.</summary>
    public required RegisterEntry? Entry { get; init; }

    /// <summary>The numbers it was given; null before.</summary>
    public required EntryNumbers? Numbers { get; init; }

    /// <summary>What it starts from, where it is about an entry; null otherwise.</summary>
    public required CaseBasis? Basis { get; init; }

    /// <summary>The valid entry the code already has from elsewhere.</summary>
    public required RegisterEntry? Standing { get; init; }

    /// <summary>The 13-digit code an approval here would give; null where it hangs on a number yet to be drawn.</summary>
    public required string? CodeToBe { get; init; }

    /// <summary>What officers wrote down beside the fields, oldest first.</summary>
    public required IReadOnlyList<NoteView> Notes { get; init; }

    /// <summary>The officers it can be given to; empty where it may not be decided here.</summary>
    public required IReadOnlyList<Officer> Colleagues { get; init; }

    /// <summary>Whether it waits for the decision of this officer's authority.</summary>
    public required bool MayDecide { get; init; }

    /// <summary>Whether personal numbers are shown whole.</summary>
    public bool Revealed => View.Reveal;

    /// <summary>Whether the newest revision is shown.</summary>
    public bool IsNewest => Revision.Number == Filing.Revision;

    /// <summary>Whether 受理 comes before a decision.</summary>
    public bool AwaitsAcceptance => Filing.AwaitsAcceptance(Kind);

    /// <summary>The attachment shown beside the answers.</summary>
    public Attachment? Opened => Attachments.FirstOrDefault(a => a.Id == View.File);

    /// <summary>The fields the officer fills in at an approval.</summary>
    public IEnumerable<Field> OfficeFields => Kind.IsJudgedByContent ? Pack.Form.Fields.Where(f => f.FilledBy == FilledBy.Authority) : [];

    /// <summary>The kind of filing.</summary>
    public FilingKind Kind => Pack.Lifecycle.Find(Filing.Kind)!;

    /// <summary>Whether an approval here draws a new number.</summary>
    public bool GivesNumber => Basis?.LetsGoTo is null && (!Kind.StartsFromEntry || Kind.GivesNewNumber);

    /// <summary>What the officer filled in, as it is kept.</summary>
    /// <param name="typed">What was typed in a control.</param>
    public AnswerSet FilledIn(Func<string, string> typed) =>
        AnswerSet.From(
            OfficeFields
                .SelectMany(f => f.Controls.Select(c => (Field: f, Control: c)))
                .Select(x => KeyValuePair.Create(x.Control, x.Field.Normalise(x.Control, typed(x.Control))))
        );

    /// <summary>The authorities that take filings of its way.</summary>
    public IEnumerable<Authority> Accepting(AuthorityTree tree) => tree.AcceptingOn(Pack.Service, Filing.Route);

    public bool HasPersonalNumbers => HoldPersonalNumbers(Pack, Answers);

    /// <summary>Whether answers hold numbers that are hidden from those who need not see them.</summary>
    public static bool HoldPersonalNumbers(Pack pack, AnswerSet answers) =>
        pack.Form.Fields.Any(f =>
            f.Format(answers, Definitions.Language.Zh) is var whole && whole != f.FormatMasked(answers, Definitions.Language.Zh)
        );

    /// <summary>Before the filing closes: it goes back to the revision that is decided on.</summary>
    public void DropWorkingCopy() => Filing.DropWorkingCopy(Revision);

    /// <summary>Where 受理 is a step of its own it comes first.</summary>
    public void RequireAccepted()
    {
        if (AwaitsAcceptance)
            throw new Refused(new("请先受理，再作决定。", "Please accept the filing first, then decide."));
    }

    public bool IsChanged(string code) => Changes.Any(c => c.Code == code) || Basis?.Changes.Any(c => c.Code == code) == true;
}
