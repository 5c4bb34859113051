using Beian.Definitions.Answers;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>
/// 退回补正: everything that must be put right is said at once (一次性告知), field by field where it can be. What was typed beside the
/// fields may also be kept as notes for later, and notes become points by a tick.
/// </summary>
public sealed class ReturnModel(CaseRoom room, CaseMails mails, CaseNotes notes) : CaseAct(room)
{
    public const int ReasonLength = 2000;
    public const int PointLength = 500;

    /// <summary>The control of the reason for a field or attachment.</summary>
    public static string PointOf(string code) => $"points.{code}";

    /// <summary>The boxes beside a note: it goes out as a point, or it is dealt with.</summary>
    public const string Send = "send";
    public const string Settle = "settle";

    private bool Keeps => Request.HasFormContentType && Request.Form["keep"] == "notes";

    protected override bool EndsTheCase => !Keeps;

    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            Keeps ? "WritingNotes" : "ReturningFiling",
            async (found, process) =>
            {
                var typed = TypedPoints(found);
                var settled = await notes.FindOpenAsync(found.Filing, Ticked(Settle), stop);
                if (Keeps)
                    return Keep(found, typed, settled, process);
                var sent = await notes.FindOpenAsync(found.Filing, Ticked(Send), stop);
                var (reason, points) = (Typed("reason").Trim(), Points(found, typed, sent));
                var problems = Check(reason, points);
                if (problems.Count == 0)
                    Return(found, revision, reason, points, process);
                foreach (var note in problems.Count == 0 ? sent.Union(settled) : [])
                    note.Settle(sent.Contains(note) ? revision : null, process);
                return problems;
            },
            stop
        );

    protected override async Task<IActionResult> DoneAsync(QueuePlace? behind, CancellationToken stop)
    {
        // What was typed beside fields is notes now; the reason stands in the form again, behind the redirect.
        if (Keeps && Typed("reason") is { Length: > 0 } reason)
            TempData[KeptReason] = reason;
        return await base.DoneAsync(behind, stop);
    }

    private void Return(Case found, int revision, string reason, IReadOnlyDictionary<string, string> points, Process process)
    {
        var decision = found.Filing.Decide(Outcome.Returned, revision, reason, points, AnswerSet.Empty, Room.Desk.Officer, process);
        Room.Db.Add(decision);
        mails.Returned(found, decision, process);
    }

    private List<ErrorLine> Keep(Case found, Dictionary<string, string> typed, IReadOnlyList<Note> settled, Process process)
    {
        if (!found.MayDecide)
            throw new Refused(new("这份备案不由您审核。", "This filing is not yours to decide."));
        var problems = CheckLengths(typed);
        if (typed.Count == 0 && settled.Count == 0)
            problems.Add(new("reason", T["请先在有问题的栏目旁写批注。", "Please write a note beside a field first."]));
        if (problems.Count > 0)
            return problems;
        notes.Write(found, typed, Room.Desk.Officer, process);
        foreach (var note in settled)
            note.Settle(null, process);
        return problems;
    }

    /// <summary>What was typed beside fields and attachments, in the order of the form.</summary>
    private Dictionary<string, string> TypedPoints(Case found) =>
        found
            .Pack.Form.Fields.Select(f => f.Code)
            .Concat(found.Pack.Service.Attachments.Select(a => a.Code))
            .Select(code => (Code: code, Text: Typed(PointOf(code)).Trim()))
            .Where(p => p.Text.Length > 0)
            .ToDictionary(p => p.Code, p => p.Text);

    /// <summary>The points of a return: what was typed, behind the notes that were ticked.</summary>
    private static Dictionary<string, string> Points(Case found, Dictionary<string, string> typed, IReadOnlyList<Note> sent)
    {
        var texts = found.Notes.ToDictionary(n => n.Note.Id, n => n.Text);
        return sent.Where(n => texts.ContainsKey(n.Id))
            .OrderBy(n => n.At)
            .Select(n => (Code: n.Field, Text: texts[n.Id]))
            .Concat(typed.Select(t => (Code: t.Key, Text: t.Value)))
            .GroupBy(p => p.Code)
            .ToDictionary(g => g.Key, g => string.Join("；", g.Select(p => p.Text).Distinct()));
    }

    private List<Guid> Ticked(string control) =>
        [.. Request.Form[control].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Take(300)];

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
        problems.AddRange(CheckLengths(points));
        return problems;
    }

    private List<ErrorLine> CheckLengths(IReadOnlyDictionary<string, string> points) =>
        [
            .. points
                .Where(p => p.Value.Length > PointLength)
                .Select(p => new ErrorLine(
                    PointOf(p.Key),
                    T[$"每一处最多 {PointLength} 字。", $"Each point may have {PointLength} characters at most."]
                )),
        ];
}
