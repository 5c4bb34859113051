using Beian.Definitions.Answers;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>退回补正: everything that must be put right is said at once (一次性告知), field by field where it can be.</summary>
public sealed class ReturnModel(CaseRoom room, CaseMails mails) : CaseAct(room)
{
    public const int ReasonLength = 2000;
    public const int PointLength = 500;

    /// <summary>The control of the reason for a field or attachment.</summary>
    public static string PointOf(string code) => $"points.{code}";

    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            "ReturningFiling",
            (found, process) =>
            {
                var reason = Typed("reason").Trim();
                var codes = found.Pack.Form.Fields.Select(f => f.Code).Concat(found.Pack.Service.Attachments.Select(a => a.Code));
                var points = codes
                    .Select(code => (Code: code, Text: Typed(PointOf(code)).Trim()))
                    .Where(p => p.Text.Length > 0)
                    .ToDictionary(p => p.Code, p => p.Text);
                var problems = Check(reason, points);
                if (problems.Count == 0)
                {
                    var decision = found.Filing.Decide(
                        Outcome.Returned,
                        revision,
                        reason,
                        points,
                        AnswerSet.Empty,
                        Room.Desk.Officer,
                        process
                    );
                    Room.Db.Add(decision);
                    mails.Returned(found, decision, process);
                }
                return Task.FromResult<IReadOnlyList<ErrorLine>>(problems);
            },
            stop
        );

    private List<ErrorLine> Check(string reason, Dictionary<string, string> points)
    {
        var problems = new List<ErrorLine>();
        if (reason.Length == 0 && points.Count == 0)
            problems.Add(
                new(
                    "reason",
                    T[
                        "请写明退回原因，或在有问题的栏目旁指出要补正什么。",
                        "Please say why, or point out what must be put right beside the fields."
                    ]
                )
            );
        if (reason.Length > ReasonLength)
            problems.Add(new("reason", T[$"退回原因最多 {ReasonLength} 字。", $"The reason may have {ReasonLength} characters at most."]));
        foreach (var (code, text) in points)
            if (text.Length > PointLength)
                problems.Add(
                    new(PointOf(code), T[$"每一处最多 {PointLength} 字。", $"Each point may have {PointLength} characters at most."])
                );
        return problems;
    }
}
