using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;

namespace Beian.Web.Features.Admin;

/// <summary>The story of one filing in the demo data, told through the acts that real ones go through.</summary>
public sealed class DemoFiling(
    AppDb db,
    Pack pack,
    Vault vault,
    WorkingDays calendar,
    Account.Account owner,
    Authority authority,
    Officer officer,
    DemoCase content,
    StoredFile licence,
    DateTime start
)
{
    private readonly List<Process> _acts = [];
    private Pack _pack = pack;
    private Filing _filing = null!;
    private AnswerSet _before = AnswerSet.Empty;
    private readonly List<Attachment> _attachments = [];
    private readonly List<DemoScan> _scans = [];

    /// <summary>The scans that are to lie in the store.</summary>
    internal IReadOnlyList<DemoScan> Scans => _scans;

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<Process> Acts => _acts;

    public DemoFiling Draft()
    {
        var act = Act("StartingFiling", owner.Id, owner.DisplayName, start);
        var number = (4_400_000_000_000_000 + content.Firm.Index * 7_919_317_001L).ToString("D16", CultureInfo.InvariantCulture);
        _filing = new Filing(
            Guid.CreateVersion7(start),
            _pack,
            _pack.Lifecycle.Kinds[0].Code,
            content.Route,
            authority,
            number,
            owner.Id,
            null,
            vault.NewSubjectKey(),
            start
        );
        db.Add(_filing);
        foreach (var code in content.Files)
            Attach(code, $"{_pack.Attachments.First(a => a.Code == code).Label.Zh}（样本）.pdf", act);
        Save(content.Answers, act);
        db.Add(new Claim(owner.Id, _filing, act));
        return this;
    }

    /// <summary>变更 and the like: begins with what is registered.</summary>
    public DemoFiling StartFrom(Filing source, EntryInForce entry, AnswerSet before, string kind, AnswerSet changes)
    {
        (_pack, _before) = (_pack.For(kind), before);
        var act = Act("StartingFromEntry", owner.Id, owner.DisplayName, start);
        var number = (4_500_000_000_000_000 + content.Firm.Index * 7_919_317_001L).ToString("D16", CultureInfo.InvariantCulture);
        _filing = new Filing(
            Guid.CreateVersion7(start),
            _pack,
            kind,
            source.Route,
            authority,
            number,
            owner.Id,
            null,
            source.SubjectKey,
            start,
            entry
        );
        db.Add(_filing);
        foreach (
            var asked in _pack.Attachments.Where(a => content.Files.Contains(a.Code) || a.Code == "fLetter" && Kind.Attachments is not null)
        )
            Attach(asked.Code, $"{asked.Label.Zh}（样本）.pdf", act);
        var kept = Kind.KeptOf(_pack.Form, before);
        bool IsOpen(string control) =>
            _pack.Form.FindByControl(control) is { FilledBy: FilledBy.Enterprise } field && !kept.Contains(field.Code);
        Save(changes.Aggregate(before.Without(c => !IsOpen(c)), (set, one) => set.With(one.Key, one.Value)), act);
        return this;
    }

    private FilingKind Kind => _pack.Lifecycle.Find(_filing.Kind)!;

    public DemoFiling Submit(DateTime at)
    {
        var act = Act("SubmittingFiling", owner.Id, owner.DisplayName, at);
        var today = ChinaTime.DateAt(at);
        HashSet<string> files = [.. _attachments.Select(a => a.Code), _pack.Service.SignedSheet?.Code ?? ""];
        var kept = Kind.KeptOf(_pack.Form, _before);
        var context = new EvaluationContext(today, _filing.Route, _filing.Kind, files) { Kept = kept };
        if (_filing.EntryVersion is { } version)
            context = context with
            {
                Outside = new Dictionary<string, OutsideAnswers>
                {
                    [EvaluationContext.Previous] = OutsideAnswers.Of(_pack, $"version {version}", _before),
                },
            };
        var typed = SealedAnswers.Open(_filing.Answers, _filing.PersonalAnswers, _filing.SubjectKey, vault);
        var evaluation = Evaluator.Evaluate(_pack, FilingKind.Keep(_pack.Form, kept, typed, _before), context);
        var applying = Evaluator.DropIrrelevant(_pack, evaluation);
        var sheet = Sign(SheetState.StampOf(_pack, _filing, evaluation), act);
        var sent = SealedAnswers.Seal(applying, _pack, _filing.SubjectKey, vault);
        var due = calendar.Add(today, Kind.FirstDays);
        db.Add(
            _filing.Submit(evaluation, context, sent, Subject.Of(_pack, applying, _filing.OwnerId), _attachments, due, act, sheet)
                ?? throw new InvalidOperationException(string.Join('\n', evaluation.Problems.Select(p => $"{p.Control}: {p.Message.En}")))
        );
        return this;
    }

    /// <summary>Prints, signs, scans and uploads the sheet.</summary>
    private SheetState? Sign(SheetStamp stamp, Process act)
    {
        if (_pack.Service.SignedSheet is not { Code: var code })
            return null;
        foreach (var former in _attachments.FindAll(a => a.Code == code))
        {
            former.Remove(act);
            _attachments.Remove(former);
        }
        var scan = DemoScan.Of(stamp);
        _scans.Add(scan);
        var (sha256, length, kind) = scan.Stored;
        var reading = new SheetReading(SheetFinding.Qr, stamp.Revision, stamp.Sha256);
        var sheet = new Attachment(_filing, code, "签字盖章的扫描件（样本）.png", kind.MediaType, length, sha256, act, reading);
        db.Add(sheet);
        _attachments.Add(sheet);
        return SheetState.Of(_pack, _attachments, stamp);
    }

    public DemoFiling Approve(DateTime at) =>
        Decide(Outcome.Approved, "", [], at, Kind.IsJudgedByContent ? content.Approval : AnswerSet.Empty);

    public DemoFiling Return(DateTime at) =>
        Decide(
            Outcome.Returned,
            "请按营业执照核对后再次上报。",
            new() { [content.PlaceField] = "与营业执照不一致，请按执照填写。", ["fLicence"] = "扫描件不清晰，请重新上传。" },
            at,
            AnswerSet.Empty
        );

    public DemoFiling Reject(DateTime at) => Decide(Outcome.Rejected, content.RejectedBecause, [], at, AnswerSet.Empty);

    public DemoFiling Correct(DateTime at)
    {
        var act = Act("SavingFiling", owner.Id, owner.DisplayName, at);
        Save(content.Answers.With(content.PlaceField, content.Firm.Domicile + "101室"), act);
        return Submit(at.AddMinutes(4));
    }

    public DemoFiling Withdraw(DateTime at)
    {
        _filing.Withdraw(Act("WithdrawingFiling", owner.Id, owner.DisplayName, at));
        return this;
    }

    private DemoFiling Decide(Outcome outcome, string reason, Dictionary<string, string> points, DateTime at, AnswerSet answers)
    {
        var act = Act($"Demo{outcome}", officer.AccountId, officer.Name, at);
        db.Add(_filing.Decide(outcome, _filing.Revision, reason, points, answers, officer, act));
        return this;
    }

    private void Attach(string code, string name, Process act)
    {
        var attachment = new Attachment(_filing, code, name, licence.Kind.MediaType, licence.Length, licence.Sha256, act);
        db.Add(attachment);
        _attachments.Add(attachment);
    }

    private void Save(AnswerSet answers, Process act) =>
        _filing.Save(
            SealedAnswers.Seal(answers, _pack, _filing.SubjectKey, vault),
            new Subject(content.Firm.NameZh, content.Firm.Uscc) { Holder = _pack.Service.IsProfile ? owner.Id : null },
            act
        );

    private Process Act(string name, Guid who, string called, DateTime at)
    {
        var act = new Process(name, new Actor(who, called, null), at);
        _acts.Add(act);
        return act;
    }
}
