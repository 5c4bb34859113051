using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Rates;
using Beian.Web.Printing;

namespace Beian.Web.Features.Filings;

/// <summary>Judges the answers of a filing as of today: the pack's evaluator, and what only the register knows.</summary>
public sealed class Judge(
    AppDb db,
    CodeHasEntry hasEntry,
    AuthorityTree authorities,
    ParityBook parities,
    SheetPrinter printer,
    TimeProvider clock
)
{
    /// <summary>What is said of a code that already has an entry. It reveals nothing of the entry.</summary>
    public static LocalizedText EnteredAlready { get; } =
        new(
            "该代码已有有效备案，不能重复备案。如属本企业，请登录应用查看或办理；没有用户名的，请联系备案登记机关。",
            "This code already has a valid entry and cannot be filed again. If it is your enterprise, please sign in; if you have no user name, please contact the filing authority."
        );

    public async Task<(Evaluation Evaluation, EvaluationContext Context)> JudgeAsync(
        Pack pack,
        string kind,
        string route,
        AnswerSet answers,
        IEnumerable<string> attachments,
        CancellationToken stop
    )
    {
        var context = new EvaluationContext(clock.Today(), route, kind, attachments.ToHashSet(StringComparer.Ordinal))
        {
            Authorities = authorities.Choosable,
            Parities = await parities.FindAsync(pack, answers, clock.Today(), stop),
        };
        var evaluation = Evaluator.Evaluate(pack, answers, context);
        evaluation = evaluation with { Problems = [.. evaluation.Problems, .. Unprintable.In(pack, evaluation, printer)] };
        if (kind != pack.Lifecycle.Kinds[0].Code)
            return (evaluation, context);
        var applying = Evaluator.DropIrrelevant(pack, evaluation);
        if (Subject.ControlOf(pack, applying) is { } control && await hasEntry(db, pack.Code, Subject.Of(pack, applying).CodeKey, stop))
            evaluation = evaluation with { Problems = [.. evaluation.Problems, new Problem(control, "entered-already", EnteredAlready)] };
        return (evaluation, context);
    }
}
