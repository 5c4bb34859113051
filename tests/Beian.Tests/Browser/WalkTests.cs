using Beian.Definitions.Packs;
using Beian.Tests.Browser.Walks;
using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Beian.Web.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>
/// Each service from the portal to the public register, in Chromium with script and without: an enterprise files, an officer returns
/// it, the enterprise mends it, the officer approves it, the public finds it. axe looks at every page on the way.
/// </summary>
public sealed class WalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const string Reason = "请核对后重新填写";

    public static TheoryData<string, bool> Walks => ServiceWalks.All;

    [Theory, MemberData(nameof(Walks))]
    public async Task Filing_FromPortalToRegister_Walks(string service, bool script)
    {
        var walk = ServiceWalks.Of(service, Site.Folder.Root);
        var officer = await Data.OfficerAsync(walk.Authority);
        var filer = await chromium.WalkAsync(Site, walk.Service, script);
        var desk = await chromium.WalkAsync(Site, walk.Service, script);

        await StartAsync(filer, walk);
        await FillAsync(filer, walk);
        await filer.PressAsync(".btn[name=action][value=save]");
        Assert.Equal(walk.Filer.UserName, await filer.Page.Locator("[data-user-name]").InnerTextAsync());
        Assert.Matches(@"^\d{16}$", await filer.Page.Locator("[data-number]").InnerTextAsync());
        await filer.LookAsync("saved");

        if (Prints(walk))
            await PrintAsync(filer);
        await filer.PressAsync("main .actions .btn-primary");
        foreach (var (code, path) in walk.Files)
            await filer.Page.SetInputFilesAsync($"input[name={code}]", path);
        await SignAsync(filer, walk);
        await filer.PressAsync(".btn[name=action][value=submit]");
        await filer.ExpectAsync("上报成功");
        await filer.LookAsync("submitted");

        await desk.GoAsync("/account/office-sign-in");
        await desk.SignInAsync(officer.UserName!, TestData.Password);
        await desk.LookAsync("office");
        await desk.GoAsync("/office/queue");
        await desk.LookAsync("queue");
        await desk.PressAsync($"a:has-text('{walk.Filer.Name}')");
        await desk.LookAsync("case");
        await desk.Page.FillAsync("#reason", Reason);
        await desk.PressAsync("#return button");
        await desk.LookAsync("returned");

        await filer.GoAsync("/filings");
        await filer.LookAsync("filings");
        await filer.PressAsync($"tr:has-text('{walk.Filer.Name}') a:has-text('查看')");
        await filer.ExpectAsync(Reason);
        await filer.LookAsync("overview-returned");
        await filer.PressAsync("a[href$='/form']");
        await filer.AnswerAsync(walk.Correction.Control, walk.Correction.Value);
        await filer.LookAsync("form-returned");
        if (SheetOf(walk) is not null)
        {
            // What was signed is no longer what is filed: the page says so, and the sheet is signed anew.
            await filer.PressAsync(".btn[name=action][value=submit]");
            await filer.ExpectAsync("请重新打印");
            await filer.LookAsync("scan-outdated");
            await filer.PressAsync("#submission-form a[href$='/form']");
            await SignAsync(filer, walk);
        }
        await filer.PressAsync(".btn[name=action][value=submit]");

        await desk.GoAsync("/office/queue");
        await desk.PressAsync($"a:has-text('{walk.Filer.Name}')");
        await desk.ExpectAsync(walk.Correction.Value);
        foreach (var (control, value) in walk.Decision)
            await desk.AnswerAsync(control, value);
        await desk.PressAsync("#approval button");
        await desk.LookAsync("approved");

        await filer.GoAsync("/filings");
        await filer.ExpectAsync("已审核，可变更");
        var visitor = await chromium.WalkAsync(Site, walk.Service, script);
        await FindAsync(visitor, walk);
        if (!Prints(walk))
            return;
        await ReadPdfAsync(filer, walk, new Uri(visitor.Page.Url).Segments[^1]);
        await PrintPublicAsync(visitor, walk);
    }

    /// <summary>The owner's sheets have what was filed, what was corrected, and the number it got.</summary>
    private async Task ReadPdfAsync(Walker filer, ServiceWalk walk, string number)
    {
        var filing = await filer.Page.Locator($"tr:has-text('{walk.Filer.Name}') a:has-text('查看')").GetAttributeAsync("href");
        var printed = "";
        foreach (var sheet in Site.Services.GetRequiredService<Catalogue>()[walk.Service].Sheets)
        {
            var answer = await filer.Page.APIRequest.GetAsync($"{Site.Address}{filing![1..]}/sheets/{sheet.Code}.pdf");
            Assert.True(answer.Ok, $"{answer.Status} at {answer.Url}");
            using var pdf = new PdfTools(await answer.BodyAsync());
            printed += string.Concat(await pdf.LinesAsync());
        }
        foreach (var value in walk.Printed.Concat([walk.Filer.Name, walk.Filer.Uscc, walk.Correction.Value, number]))
            Assert.Contains(WithoutBlanks(value), WithoutBlanks(printed), StringComparison.Ordinal);
    }

    private AttachmentDefinition? SheetOf(ServiceWalk walk) =>
        Site.Services.GetRequiredService<Catalogue>()[walk.Service].Service.SignedSheet;

    /// <summary>On the form: prints what is saved, signs it, photographs both sides and chooses the pictures for uploading.</summary>
    private async Task SignAsync(Walker filer, ServiceWalk walk)
    {
        if (SheetOf(walk) is not { } sheet)
            return;
        var id = new Uri(filer.Page.Url).Segments[2].Trim('/');
        var printed = await filer.Page.APIRequest.GetAsync($"{Site.Address}filings/{id}/sheets/signature.pdf");
        using var pdf = new PdfTools(await printed.BodyAsync());
        // Handed over as they are: a browser reads a chosen file only when it is sent, and these are gone by then.
        var pictures = new List<FilePayload>();
        for (var page = 1; page <= 2; page++)
        {
            var picture = await File.ReadAllBytesAsync(await pdf.PictureAsync(120, page));
            pictures.Add(
                new()
                {
                    Name = $"登记表{page}.png",
                    MimeType = "image/png",
                    Buffer = picture,
                }
            );
        }
        await filer.Page.SetInputFilesAsync($"input[name={sheet.Code}]", pictures);
    }

    private bool Prints(ServiceWalk walk) => Site.Services.GetRequiredService<Catalogue>()[walk.Service].Sheets.Count > 0;

    /// <summary>The filer looks at what is to be signed, and comes back.</summary>
    private static async Task PrintAsync(Walker filer)
    {
        var here = new Uri(filer.Page.Url).PathAndQuery;
        await filer.PressAsync("main .actions a[href$='/sheets']");
        await filer.ExpectAsync("申请");
        await filer.LookAsync("sheets-to-sign");
        await filer.GoAsync(here);
    }

    // Where a text is broken into lines and how wide a blank is are the sheet's affair.
    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The public prints an entry by its number and sees what is public.</summary>
    private static async Task PrintPublicAsync(Walker visitor, ServiceWalk walk)
    {
        var number = new Uri(visitor.Page.Url).Segments[^1];
        await visitor.GoAsync($"/services/{walk.Service}/print");
        await visitor.LookAsync("print");
        await visitor.Page.FillAsync("#number", number);
        await visitor.PressAsync("main form button");
        await visitor.ExpectAsync(walk.Filer.Name);
        await visitor.LookAsync("sheets-public");
        foreach (var secret in walk.Secret)
            Assert.DoesNotContain(secret, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task StartAsync(Walker filer, ServiceWalk walk)
    {
        var home = "/services/" + walk.Service;
        await filer.GoAsync("/");
        await filer.LookAsync("portal");
        await filer.PressAsync($"main a[href='{home}']");
        await filer.LookAsync("service");
        await filer.GoAsync(home + "/laws");
        await filer.LookAsync("laws");
        await filer.GoAsync(home + "/start");
        await filer.Page.FillAsync("#q", walk.AuthorityQuery);
        await filer.PressAsync("form[role=search] button");
        await filer.LookAsync("start");
        await filer.Page.CheckAsync("#authority-" + walk.Authority);
        await filer.Page.CheckAsync("#route-" + walk.Route);
        await filer.PressAsync("#start-form .btn-primary");
    }

    private static async Task FillAsync(Walker filer, ServiceWalk walk)
    {
        await filer.LookAsync("form-empty");
        await filer.AnswerAsync("account.userName", walk.Filer.UserName);
        await filer.AnswerAsync("account.email", walk.Filer.UserName + "@example.test");
        await TypePasswordAsync();
        foreach (var (control, value) in walk.Answers)
            await filer.AnswerAsync(control, value, RefreshAsync);
        await filer.LookAsync("form-filled");

        // Without script a button brings what goes with an answer; with script it is there by itself. No page repeats a password.
        async Task RefreshAsync()
        {
            await filer.PressAsync(".btn[name=action][value=refresh]");
            await TypePasswordAsync();
        }

        async Task TypePasswordAsync()
        {
            await filer.AnswerAsync("account.password", Sample.Password);
            await filer.AnswerAsync("account.passwordRepeat", Sample.Password);
        }
    }

    /// <summary>The public finds it and sees what is public.</summary>
    private static async Task FindAsync(Walker visitor, ServiceWalk walk)
    {
        await visitor.GoAsync("/register/" + walk.Service);
        await visitor.Page.FillAsync("#name", walk.Filer.Name[4..^4]);
        await visitor.PressAsync("main form button");
        await visitor.LookAsync("search");
        await visitor.PressAsync($"a:has-text('{walk.Filer.Name}')");
        foreach (var text in walk.Public)
            await visitor.ExpectAsync(text);
        await visitor.LookAsync("entry");
        foreach (var secret in walk.Secret)
            Assert.DoesNotContain(secret, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
    }
}
