using System.Text;
using Beian.Bench;
using Beian.Definitions.Answers;
using Beian.Tests.Scanning;
using Beian.Tests.Support;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beian.Tests.Features.Filings;

/// <summary>A filer at the site: a browser, the answers of a sound form, and the steps of filing.</summary>
internal sealed class FilerVisit(TestSite site) : IDisposable
{
    public const string Password = "Chang-cheng 2026!";
    public const string FormSelector = "#filing-form";

    public SiteClient Client { get; } = site.NewClient();

    public string UserName { get; } = "filer_" + Guid.CreateVersion7().ToString("N")[^12..];

    public static string NewForm => "/filings/new?service=foreign-trade-operator&authority=A110000&route=uscc";

    public static Upload Licence => new("fLicence", "营业执照.pdf", Pdf("licence"));

    /// <summary>A form without a mistake.</summary>
    public static Dictionary<string, string?> Answers => SampleAnswers.Enterprise.ToDictionary(a => a.Key, string? (a) => a.Value);

    /// <summary>An account block without a mistake.</summary>
    public Dictionary<string, string?> Account =>
        new()
        {
            ["account.userName"] = UserName,
            ["account.email"] = $"{UserName}@example.test",
            ["account.password"] = Password,
            ["account.passwordRepeat"] = Password,
        };

    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {text}\n%%EOF\n");

    /// <summary>Answers with others put in.</summary>
    public static Dictionary<string, string?> With(Dictionary<string, string?> values, params (string Name, string? Value)[] others)
    {
        foreach (var (name, value) in others)
            values[name] = value;
        return values;
    }

    public static Dictionary<string, string?> Join(params Dictionary<string, string?>[] parts) =>
        parts.SelectMany(p => p).ToDictionary(p => p.Key, p => p.Value);

    /// <summary>The id in a page's address or in its form.</summary>
    public static Guid IdOf(Page page) =>
        page.Url.Segments.Length > 2 && Guid.TryParse(page.Url.Segments[2].Trim('/'), out var id) ? id : Guid.Parse(page.ValueOf("id")!);

    /// <summary>Fills in a new form with the account block and saves it.</summary>
    public async Task<Page> SaveNewAsync(string button = "save", IEnumerable<Upload>? files = null)
    {
        var form = (await Client.GetAsync(NewForm)).ExpectOk();
        return await Client.SubmitAsync(form, FormSelector, Join(Answers, Account), button, files);
    }

    /// <summary>A filing that was 上报, with its account signed in.</summary>
    public async Task<Guid> SubmitNewAsync()
    {
        var id = IdOf((await SaveNewAsync("save", [Licence])).ExpectOk());
        (await SubmitAsync(id)).ExpectText("上报成功");
        return id;
    }

    /// <summary>A draft with everything a 上报 needs.</summary>
    public async Task<Guid> SignNewAsync()
    {
        var id = IdOf((await SaveNewAsync("save", [Licence])).ExpectOk());
        (await Client.SubmitAsync(await OpenAsync(id), FormSelector, button: "save", files: [await SheetAsync(id)])).ExpectOk();
        return id;
    }

    /// <summary>Prints, signs, scans and uploads the sheet of what is saved, and sends the filing.</summary>
    public async Task<Page> SubmitAsync(Guid id) =>
        (await Client.SubmitAsync(await OpenAsync(id), FormSelector, button: "submit", files: [await SheetAsync(id)])).ExpectOk();

    /// <summary>The scan of the sheet of what is saved: its QR code is all that is read of it.</summary>
    public async Task<Upload> SheetAsync(Guid id) => Scan((await StampAsync(id)).Write());

    /// <summary>What the sheet of what is saved says of itself.</summary>
    public Task<SheetStamp> StampAsync(Guid id) =>
        site.InScopeAsync(async services =>
        {
            var filing = await services.GetRequiredService<AppDb>().Filings.AsNoTracking().SingleAsync(f => f.Id == id);
            var pack = services.GetRequiredService<Catalogue>()[filing.Service];
            var sheets = services.GetRequiredService<FilingSheets>();
            return SheetStamp.Parse((await sheets.ForSignatureAsync(filing, pack, Definitions.Language.Zh, default)).Seal!.Qr)!;
        });

    /// <summary>A picture with a QR code.</summary>
    public static Upload Scan(string text) => new("fForm", "登记表扫描件.png", SamplePicture.Code(text, 4).ToPng());

    /// <summary>Opens a filing's form.</summary>
    public async Task<Page> OpenAsync(Guid id) => (await Client.GetAsync($"/filings/{id}/form")).ExpectOk();

    /// <summary>Signs an account in, in this browser.</summary>
    public Task SignInAsync(Guid account) => site.SignInAsync(Client, account);

    public Task<Filing> FilingAsync(Guid id) => site.QueryAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Id == id));

    /// <summary>A saved answer that is not personal.</summary>
    public async Task<string?> AnswerAsync(Guid id, string control) => AnswerSet.FromJson((await FilingAsync(id)).Answers)[control];

    public Task<List<string>> EventsAsync(Guid id) =>
        site.QueryAsync(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());

    public void Dispose() => Client.Dispose();
}
