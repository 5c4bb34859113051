using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings.Kinds;

/// <summary>An enterprise with an entry, its filer and the officer of its authority, both signed in.</summary>
/// <param name="Filing">The filing the entry came from.</param>
/// <param name="Number">The entry's permanent number.</param>
internal sealed record Entered(Guid Filing, string Number, FilerVisit Filer, SiteClient Officer) : IDisposable
{
    public void Dispose()
    {
        Filer.Dispose();
        Officer.Dispose();
    }
}

/// <summary>Entries, and what is filed about them.</summary>
internal sealed class KindScene(TestSite site, TestData data)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Scene Officers { get; } = new(site, data);

    public async Task<Entered> EnteredAsync(string authority = Scene.Guangzhou, string name = "测试远帆贸易有限公司")
    {
        var filing = await Officers.SubmittedAsync(authority, name: name);
        var officer = await Officers.OfficerAsync(authority);
        await DecideAsync(officer, filing.Id, "approval", ("operatorType", "limited"));
        var filer = new FilerVisit(site);
        await filer.SignInAsync(filing.OwnerId!.Value);
        return new(filing.Id, (await EntryAsync(filing.Id)).Entry.Number, filer, officer);
    }

    /// <summary>The entry a filing came to, with all its versions, oldest first.</summary>
    public Task<(RegisterEntry Entry, List<EntryVersion> Versions)> EntryAsync(Guid filing) =>
        site.QueryAsync(async db =>
        {
            var id = await db.EntryVersions.Where(v => v.FilingId == filing).Select(v => v.EntryId).FirstAsync(Stop);
            return (
                await db.RegisterEntries.AsNoTracking().SingleAsync(e => e.PublicId == id, Stop),
                await db.EntryVersions.AsNoTracking().Where(v => v.EntryId == id).OrderBy(v => v.Version).ToListAsync(Stop)
            );
        });

    /// <summary>Starts a kind, fills in some answers and whatever files are asked for, and sends it.</summary>
    public static async Task<Guid> SubmittedAsync(Entered one, string kind, params (string Control, string Value)[] answers)
    {
        var start = (await one.Filer.Client.GetAsync($"/filings/{one.Filing}/change/{kind}")).ExpectOk();
        var form = (await one.Filer.Client.SubmitAsync(start, "#change-form")).ExpectOk();
        var id = FilerVisit.IdOf(form);
        List<Upload> files =
        [
            .. form
                .Document.QuerySelectorAll("[data-required]:not([hidden])")
                .Select(r => r.GetAttribute("data-required")!)
                .Where(code => code != "fForm" && form.Document.QuerySelector($"input[type=file][name={code}]") is not null)
                .Append(answers.Any(a => a.Control is "nameZh" or "domicile") ? "fChange" : "")
                .Where(code => code.Length > 0)
                .Select(code => new Upload(code, code + ".pdf", FilerVisit.Pdf(code))),
        ];
        var values = answers.ToDictionary(a => a.Control, string? (a) => a.Value);
        (await one.Filer.Client.SubmitAsync(form, FilerVisit.FormSelector, values, "save", files)).ExpectOk();
        await SignAndSubmitAsync(one.Filer, id);
        return id;
    }

    /// <summary>Signs the sheet, where one is asked for, and sends what is saved.</summary>
    public static async Task SignAndSubmitAsync(FilerVisit filer, Guid id)
    {
        var form = await filer.OpenAsync(id);
        var signs = form.Document.QuerySelector("input[type=file][name=fForm]") is not null;
        IEnumerable<Upload> files = signs ? [await filer.SheetAsync(id)] : [];
        (await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, button: "submit", files: files)).ExpectOk().ExpectText("上报成功");
    }

    public static async Task DecideAsync(SiteClient officer, Guid filing, string act, params (string Control, string Value)[] values)
    {
        var page = (await officer.GetAsync($"/office/filings/{filing}")).ExpectOk();
        var typed = values.ToDictionary(v => v.Control, string? (v) => v.Value);
        (await officer.SubmitAsync(page, $"form[action$={act}]", typed)).ExpectOk();
    }

    /// <summary>The officer revokes an entry or lets it lapse.</summary>
    public static async Task<Page> EndAsync(Entered one, string kind, string reason)
    {
        var page = (await one.Officer.GetAsync($"/office/entries/foreign-trade-operator/{one.Number}")).ExpectOk();
        return await one.Officer.SubmitAsync(page, $"#ending-{kind}", new Dictionary<string, string?> { [$"reason-{kind}"] = reason });
    }
}
