using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>Judges answers by a pack: the one evaluator behind the page, <c>/check</c>, a submission and an approval.</summary>
public static class Evaluator
{
    /// <summary>Judges what the enterprise filled in; fields of the authority and the system are left alone.</summary>
    public static Evaluation Evaluate(Pack pack, AnswerSet answers, EvaluationContext context)
    {
        var scope = Settlement.Settle(pack, answers, context, IsOpen);
        return new Judgement(pack, scope, context).Of(IsOpen, attachments: true);

        // What a filing may not touch is not its fault.
        bool IsOpen(Field field) => IsEnterprises(field) && !context.Kept.Contains(field.Code);
    }

    /// <summary>
    /// Completes answers at approval: judges what the officer filled in and calculates what the system gives
    /// (the 13-digit code). Numbers the system draws from a counter are already among the answers.
    /// </summary>
    public static Evaluation EvaluateApproval(Pack pack, AnswerSet answers, EvaluationContext context)
    {
        var scope = Settlement.Settle(pack, answers, context, f => !IsEnterprises(f));
        return new Judgement(pack, scope, context).Of(f => !IsEnterprises(f), attachments: false);
    }

    /// <summary>
    /// Why what applies does so, and why what is required is: by the code of the field or attachment, for those on which some value
    /// decides.
    /// </summary>
    public static IReadOnlyDictionary<string, Explanation> Explain(Pack pack, Evaluation evaluation, EvaluationContext context)
    {
        var scope = new AnswerScope(pack.Form, evaluation.Answers, context, pack.Service.Profile)
        {
            Relevant = evaluation.Relevant.ToHashSet(StringComparer.Ordinal),
        };
        var explainer = new Explainer(pack, scope, context);
        var explanations = new Dictionary<string, Explanation>(StringComparer.Ordinal);
        foreach (var section in pack.Form.Sections)
        foreach (var field in section.Fields.Where(f => IsEnterprises(f) && evaluation.Relevant.Contains(f.Code)))
            if (explainer.Of(section, field) is { } explanation)
                explanations[field.Code] = explanation;
        foreach (var attachment in pack.Service.Attachments.Where(a => evaluation.Relevant.Contains(a.Code)))
            if (explainer.Of(attachment) is { } explanation)
                explanations[attachment.Code] = explanation;
        return explanations;
    }

    /// <summary>The answers without those that do not apply: what a submission keeps.</summary>
    public static AnswerSet DropIrrelevant(Pack pack, Evaluation evaluation) =>
        evaluation.Answers.Without(control =>
            pack.Form.FindByControl(control) is not { } field
            || !evaluation.Relevant.Contains(field.Code)
            || !evaluation.Relevant.Contains(field.ScopeOf(control))
        );

    private static bool IsEnterprises(Field field) => field.FilledBy == FilledBy.Enterprise;
}
