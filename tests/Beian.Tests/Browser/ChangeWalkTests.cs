using Beian.Tests.Features.Account;
using Beian.Tests.Features.Filings.Kinds;
using Beian.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>变更 in a browser, with script and without: from the table of own filings to the public register, the former version public meanwhile.</summary>
public sealed class ChangeWalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_FromTheTableToTheRegister_Walks(bool script)
    {
        var scene = new KindScene(Site, Data);
        using var one = await scene.EnteredAsync(name: "变更行路贸易有限公司");
        var entry = $"/register/foreign-trade-operator/{one.Number}";
        var (filer, desk, visitor) = (
            await chromium.WalkAsync(Site, "change", script, one.Filer.Client),
            await chromium.WalkAsync(Site, "change", script, one.Officer),
            await chromium.WalkAsync(Site, "change", script)
        );

        await filer.GoAsync("/filings");
        await filer.LookAsync("filings");
        await filer.PressAsync("form[action$='/change'] button");
        await filer.ExpectAsync("保存以后还要点击“上报”");
        await filer.LookAsync("form");
        await filer.AnswerAsync("zip", "510001");
        await filer.PressAsync(".btn[name=action][value=save]");
        var change = Guid.Parse(new Uri(filer.Page.Url).Segments[2].Trim('/'));
        await filer.GoAsync("/filings");
        await filer.ExpectAsync("变更中（未上报）");
        await filer.LookAsync("table");
        await filer.GoAsync($"/filings/{change}");
        await filer.LookAsync("overview");
        await filer.GoAsync($"/filings/{one.Filing}");
        await filer.LookAsync("overview-in-force");
        await filer.GoAsync($"/filings/{change}/form");
        var scan = await one.Filer.SheetAsync(change);
        await filer.Page.SetInputFilesAsync(
            "input[name=fForm]",
            new FilePayload
            {
                Name = "sheet.png",
                MimeType = "image/png",
                Buffer = scan.Content,
            }
        );
        await filer.PressAsync(".btn[name=action][value=submit]");
        await filer.ExpectAsync("上报成功");

        await visitor.GoAsync(entry);
        await visitor.ExpectAsync("510000");
        await desk.GoAsync($"/office/filings/{change}");
        await desk.ExpectAsync("变更：与现有登记比较");
        await desk.LookAsync("case");
        await desk.PressAsync("form[action$='/approval'] button");
        await desk.GoAsync($"/office/entries/foreign-trade-operator/{one.Number}");
        await desk.LookAsync("entry");
        await desk.GoAsync("/office/duties");
        await desk.LookAsync("duties");

        await visitor.GoAsync(entry);
        await visitor.ExpectAsync("510001");
        await visitor.ExpectAsync("历次登记");
        await visitor.LookAsync("history");
        await filer.GoAsync("/filings");
        await filer.ExpectAsync("旧表（已变更）");
    }
}
