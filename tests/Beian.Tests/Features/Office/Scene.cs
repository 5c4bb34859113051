using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office;

/// <summary>Filings that wait, and officers who are signed in.</summary>
public sealed class Scene(TestSite site, TestData data)
{
    public const string Guangzhou = "A440100";
    public const string Guangdong = "A440000";
    public const string Shenzhen = "A440300";
    public const string Hangzhou = "A330100";
    public const string Ministry = "MOFCOM";

    private const string Service = "foreign-trade-operator";
    private static int _codes;
    private static int _numbers;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A code that is well-formed and nobody else's.</summary>
    public static string NewUscc()
    {
        var body = "91440100TE" + Interlocked.Increment(ref _codes).ToString("D6", CultureInfo.InvariantCulture);
        const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var inner = Characters.Select(c => body + c).First(b => OrgCode.Check(b[8..]) is null);
        return Characters.Select(c => inner + c).First(b => Uscc.Check(b) is null);
    }

    /// <summary>A browser in which an officer of an authority is signed in.</summary>
    public async Task<SiteClient> OfficerAsync(string authorityId, OfficerRole role = OfficerRole.Reviewer) =>
        await SignInAsync(await data.OfficerAsync(authorityId, role));

    /// <summary>The same with the officer's account.</summary>
    public async Task<(Beian.Web.Features.Account.Account Account, SiteClient Client)> NamedOfficerAsync(string authorityId)
    {
        var officer = await data.OfficerAsync(authorityId);
        return (officer, await SignInAsync(officer));
    }

    /// <summary>A browser in which somebody is signed in.</summary>
    public Task<SiteClient> SignInAsync(Beian.Web.Features.Account.Account account) => site.SignedInAsync(account.Id);

    /// <summary>A filing that was sent to an authority.</summary>
    public Task<Filing> SubmittedAsync(string authorityId = Guangzhou, string? uscc = null, string name = "测试远帆贸易有限公司") =>
        SubmittedAsync(authorityId, uscc ?? NewUscc(), name, data.Now);

    public async Task<Filing> SubmittedAsync(string authorityId, string uscc, string name, DateTime at)
    {
        var owner = await data.EnterpriseAsync(name);
        return await site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var pack = services.GetRequiredService<Catalogue>()[Service];
            var process = new Process("PlantingFiling", Actor.System, at);
            var filing = new Filing(
                Guid.CreateVersion7(),
                pack,
                "initial",
                "uscc",
                services.GetRequiredService<AuthorityTree>()[authorityId],
                NewNumber(),
                owner.Id,
                null,
                services.GetRequiredService<Vault>().NewSubjectKey(),
                at
            );
            db.Add(filing);
            var licence = new Attachment(filing, "fLicence", "营业执照.pdf", "application/pdf", 4, new string('0', 64), process);
            db.Add(licence);
            Send(services, db, filing, Answers(uscc, name), licence, process);
            db.Add(new Claim(owner.Id, filing, process));
            await db.SaveAsync(process, Stop);
            return filing;
        });
    }

    /// <summary>A filing an officer of its authority approved, as it was before.</summary>
    public async Task<Filing> ApprovedAsync(string authorityId = Guangzhou, string name = "测试远帆贸易有限公司")
    {
        var filing = await SubmittedAsync(authorityId, name: name);
        using var officer = await OfficerAsync(authorityId);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        (await officer.SubmitAsync(page, "form[action$=approval]", [new("operatorType", "limited")])).ExpectOk();
        return filing;
    }

    /// <summary>The filer changes something and sends the filing again.</summary>
    public Task ResubmitAsync(Guid id, string control, string text) =>
        site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var process = data.NewProcess("PlantingFiling");
            var filing = await db.Filings.SingleAsync(f => f.Id == id, Stop);
            var answers = SealedAnswers
                .Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, services.GetRequiredService<Vault>())
                .With(control, text);
            var former = await db.AttachmentsOf(id).SingleAsync(a => a.Code == "fForm", Stop);
            former.Remove(process);
            Send(services, db, filing, answers, await db.AttachmentsOf(id).SingleAsync(a => a.Code == "fLicence", Stop), process);
            await db.SaveAsync(process, Stop);
            return true;
        });

    /// <summary>Puts something into the store for the planted attachments of a filing.</summary>
    public async Task StoreFilesAsync(Guid id)
    {
        using var rest = new MemoryStream("1.7\n%%EOF\n"u8.ToArray());
        var stored = await site.Services.GetRequiredService<FileStore>().KeepAsync("%PDF-"u8.ToArray(), FileKind.Pdf, rest, 1000, Stop);
        await site.ExecuteAsync(db =>
            db.Attachments.Where(a => a.FilingId == id)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.Sha256, stored!.Sha256).SetProperty(x => x.Length, stored!.Length), Stop)
        );
    }

    public Task<Filing> ReadAsync(Guid id) => site.QueryAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Id == id, Stop));

    private static void Send(IServiceProvider services, AppDb db, Filing filing, AnswerSet answers, Attachment licence, Process process)
    {
        var pack = services.GetRequiredService<Catalogue>()[Service];
        var vault = services.GetRequiredService<Vault>();
        var today = ChinaTime.DateAt(process.Now);
        var context = new EvaluationContext(today, "uscc", "initial", new HashSet<string> { licence.Code, "fForm" });
        var evaluation = Evaluator.Evaluate(pack, answers, context);
        Assert.Empty(evaluation.Problems.Where(p => p.Level == ProblemLevel.Hard).Select(p => $"{p.Control}: {p.Message.En}"));
        var sealedAnswers = SealedAnswers.Seal(Evaluator.DropIrrelevant(pack, evaluation), pack, filing.SubjectKey, vault);
        var subject = Subject.Of(pack, evaluation, filing.OwnerId);
        filing.Save(sealedAnswers, subject, process);
        var stamp = SheetState.StampOf(pack, filing, evaluation);
        var reading = new SheetReading(SheetFinding.Qr, stamp.Revision, stamp.Sha256);
        var sheet = new Attachment(filing, "fForm", "登记表.pdf", "application/pdf", 4, new string('1', 64), process, reading);
        db.Add(sheet);
        var due = services.GetRequiredService<WorkingDays>().Add(today, pack.Lifecycle.Kinds[0].FirstDays);
        db.Add(
            filing.Submit(evaluation, context, sealedAnswers, subject, [licence, sheet], due, process, SheetState.Of(pack, [sheet], stamp))!
        );
    }

    private static AnswerSet Answers(string uscc, string name) =>
        AnswerSet.From(
            new Dictionary<string, string>
            {
                ["nameZh"] = name,
                ["nameEn"] = "Yuanfan Test Trading Co., Ltd.",
                ["uscc"] = uscc,
                ["domicile"] = "广东省广州市天河区测试路1号",
                ["premisesZh"] = "广东省广州市天河区测试路1号",
                ["premisesEn"] = "No. 1 Test Road, Tianhe District, Guangzhou",
                ["phone"] = "020-81234567",
                ["zip"] = "510000",
                ["email"] = "office@example.test",
                ["regDate"] = "2020-01-05",
                ["regNo"] = uscc,
                ["kind"] = "enterprise",
                ["legalRepName"] = "测试人",
                ["legalRepId.type"] = "passport",
                ["legalRepId.number"] = "E12345678",
                ["regCapital.amount"] = "1000000",
                ["regCapital.currency"] = "CNY",
                ["regCapital.usd"] = "140000",
            }
        );

    private static string NewNumber() => $"9{Interlocked.Increment(ref _numbers):D15}";
}
