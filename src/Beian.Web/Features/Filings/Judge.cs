using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Filings.Rates;
using Beian.Web.Printing;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>Judges the answers of a filing as of today: the pack's evaluator, and what only the register knows.</summary>
public sealed class Judge(
    AppDb db,
    CodeHasEntry hasEntry,
    AuthorityTree authorities,
    ParityBook parities,
    SheetPrinter printer,
    FindEntryInForce findEntry,
    EntryAnswers registered,
    Profiles profiles,
    TimeProvider clock
)
{
    /// <summary>What is said of a code that already has an entry. It reveals nothing of the entry.</summary>
    public static LocalizedText EnteredAlready { get; } =
        new(
            "该代码已有有效备案，不能重复备案。如属本企业，请登录应用查看或办理；没有用户名的，请联系备案登记机关。",
            "This code already has a valid entry and cannot be filed again. If it is your enterprise, please sign in; if you have no user name, please contact the filing authority."
        );

    /// <summary>Judges answers to a blank form.</summary>
    /// <param name="owner">The account they belong to; null where there is none yet.</param>
    public async Task<(Evaluation Evaluation, EvaluationContext Context)> JudgeNewAsync(
        Pack pack,
        string route,
        AnswerSet answers,
        IEnumerable<string> attachments,
        Guid? owner,
        CancellationToken stop
    )
    {
        var context = await ContextOfAsync(pack, answers, route, pack.Lifecycle.Kinds[0].Code, attachments, owner, stop);
        var evaluation = Evaluator.Evaluate(pack, answers, context);
        evaluation = evaluation with { Problems = [.. evaluation.Problems, .. Unprintable.In(pack, evaluation, printer)] };
        var applying = Evaluator.DropIrrelevant(pack, evaluation);
        if (
            !pack.Service.IsProfile
            && Subject.ControlOf(pack, applying) is { } control
            && await hasEntry(db, pack.Code, Subject.Of(pack, applying, owner).CodeKey, stop)
        )
            evaluation = evaluation with { Problems = [.. evaluation.Problems, new Problem(control, "entered-already", EnteredAlready)] };
        return (await WithGateAsync(pack, evaluation, owner, stop), context);
    }

    /// <summary>Judges answers to the form of a filing. One that starts from an entry keeps what its kind leaves alone.</summary>
    public async Task<(Evaluation Evaluation, EvaluationContext Context)> JudgeAsync(
        Pack pack,
        Filing filing,
        AnswerSet answers,
        IEnumerable<string> attachments,
        CancellationToken stop
    )
    {
        if (
            filing.EntryId is not { } id
            || pack.Lifecycle.Find(filing.Kind) is not { } kind
            || await findEntry(db, id, stop) is not { } entry
        )
            return await JudgeNewAsync(pack, filing.Route, answers, attachments, filing.OwnerId, stop);
        var before = registered.Open(entry, filing.SubjectKey, pack);
        var kept = kind.KeptOf(pack.Form, before);
        var context = await ContextOfAsync(pack, answers, filing.Route, filing.Kind, attachments, filing.OwnerId, stop);
        context = context with
        {
            Kept = kept,
            Outside = new Dictionary<string, OutsideAnswers>(context.Outside)
            {
                [EvaluationContext.Previous] = OutsideAnswers.Of(pack, $"entry {entry.Number} version {entry.Version}", before),
            },
        };
        var evaluation = Evaluator.Evaluate(pack, FilingKind.Keep(pack.Form, kept, answers, before), context);
        var rare = Unprintable
            .In(pack, evaluation, printer)
            .Where(p => pack.Form.FindByControl(p.Control) is { } field && !kept.Contains(field.Code));
        IEnumerable<Problem?> more = [IsOther(pack, evaluation, entry, before), IsClosed(pack, kind, filing.Route, evaluation)];
        evaluation = evaluation with { Problems = [.. evaluation.Problems, .. rare, .. more.OfType<Problem>()] };
        return (await WithGateAsync(pack, evaluation, filing.OwnerId, stop), context);
    }

    /// <summary>An entry moves to an authority that takes filings of the service.</summary>
    private Problem? IsClosed(Pack pack, FilingKind kind, string route, Evaluation evaluation) =>
        kind.MovesTo is { } control
        && authorities.Find(evaluation.Answers[control]) is { } to
        && !authorities.AcceptingOn(pack.Service, route).Contains(to)
            ? new(
                control,
                "authority-closed",
                new($"{to.Name}现在不受理这项业务，请另选。", $"{to.Name} takes no filings of this service now; please choose another.")
            )
            : null;

    /// <summary>What waits for the confirmation of the profile is kept, and not sent.</summary>
    private async Task<Evaluation> WithGateAsync(Pack pack, Evaluation evaluation, Guid? owner, CancellationToken stop)
    {
        if (pack.Service.Profile is not { MustBeConfirmed: true } use)
            return evaluation;
        if (owner is { } account && (await profiles.FindAsync(use.Service, account, stop)).IsConfirmed)
            return evaluation;
        var control = pack.Form.Fields.First(f => f.FilledBy == FilledBy.Enterprise && f.Controls.Count > 0).Controls[0];
        return evaluation with
        {
            Problems =
            [
                .. evaluation.Problems,
                new(
                    control,
                    "profile-unconfirmed",
                    new(
                        "用户信息经属地商务主管部门确认以后才能上报；填写的内容已经保留。",
                        "It can be submitted once the authority has confirmed your profile; what you filled in is kept."
                    )
                ),
            ],
        };
    }

    /// <summary>
    /// A filing goes on about the enterprise of its entry: the code compares with the one that is registered. Where only another kind of code
    /// was (个体工商户 without one), the authority looks whether it is the same.
    /// </summary>
    private static Problem? IsOther(Pack pack, Evaluation evaluation, EntryInForce entry, AnswerSet before)
    {
        var applying = Evaluator.DropIrrelevant(pack, evaluation);
        if (
            pack.Service.IsProfile
            || Subject.ControlOf(pack, applying) is not { } control
            || Subject.Of(pack, applying, null).CodeKey == entry.CodeKey
        )
            return null;
        var comparable = Subject.ControlOf(pack, before) is { } former && pack.Form.FindByControl(former) is UsccField or OrgCodeField;
        return new(
            control,
            "other-enterprise",
            comparable
                ? new("代码与原登记不是同一企业，请核对。", "This code is not that of the registered enterprise; please check it.")
                : new(
                    "代码与原登记不同，由备案登记机关核对是否同一经营者。",
                    "The code differs from the registered one; the authority checks whether it is the same operator."
                ),
            comparable ? ProblemLevel.Hard : ProblemLevel.Soft
        );
    }

    private async Task<EvaluationContext> ContextOfAsync(
        Pack pack,
        AnswerSet answers,
        string route,
        string kind,
        IEnumerable<string> attachments,
        Guid? owner,
        CancellationToken stop
    ) =>
        new(clock.Today(), route, kind, attachments.ToHashSet(StringComparer.Ordinal))
        {
            Authorities = authorities.Choosable,
            Parities = await parities.FindAsync(pack, answers, clock.Today(), stop),
            Outside = await profiles.ReadAsync(pack, owner, stop),
        };
}
