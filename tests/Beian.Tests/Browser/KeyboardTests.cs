using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>An officer with two hundred cases and a keyboard.</summary>
public sealed class KeyboardTests(SqliteSite site, ChromiumBrowser chromium) : SiteTests<SqliteSite>(site), IClassFixture<ChromiumBrowser>
{
    private const string Place = "A441500";
    private const int Cases = 200;

    private readonly Scene _scene = new(site, new TestData(site));

    [Fact]
    public async Task Queue_OfTwoHundred_IsWorkedThroughByKeyboardAlone()
    {
        var (_, client) = await _scene.NamedOfficerAsync(Place);
        using var officer = client;
        using var queries = new QueryCounter(Site);
        await PlantAsync(0, 10);
        var few = await CountAsync();
        await PlantAsync(10, Cases);
        var many = await CountAsync();
        // A page of fifty asks no more of the database than one of ten, and the whole list is read in the order of the due dates.
        Assert.Equal(few, many);
        Assert.InRange(many.Queue, 1, 10);
        Assert.InRange(many.Home, 1, 10);
        var names = await NamesAsync(officer);
        Assert.Equal(Enumerable.Range(0, Cases).Select(Name), names);

        var desk = await chromium.WalkAsync(Site, "desk", client: officer);
        await desk.GoAsync("/office/queue");
        await desk.LookAsync("queue-200");
        await desk.GoAsync("/office/queue");
        await PressAsync(desk.Page, "j", "j", "k", "?");
        await Assertions.Expect(desk.Page.Locator("[data-keys]")).ToHaveAttributeAsync("open", "");
        await PressAsync(desk.Page, "?");
        await desk.GoAsync("/office/queue");
        await PressAsync(desk.Page, "j", "j");
        await Assertions.Expect(desk.Page.Locator("a[data-row]:focus")).ToHaveTextAsync(Name(2));
        await LeadAsync(desk.Page, "Enter", Name(2));

        for (var i = 2; i < 6; i++)
        {
            await PressAsync(desk.Page, "a", "ArrowDown", "Tab", "Tab");
            await LeadAsync(desk.Page, "Enter", Name(i + 1));
            await desk.ExpectAsync("审核通过");
        }
        await PressAsync(desk.Page, "r");
        await desk.Page.Keyboard.TypeAsync("请核对住所");
        await PressAsync(desk.Page, "Tab");
        await LeadAsync(desk.Page, "Enter", Name(7));
        await desk.LookAsync("case-next");
        await desk.Page.Locator("h1").ClickAsync();
        await LeadAsync(desk.Page, "j", Name(8));
        await LeadAsync(desk.Page, "u", "备案审核");

        await PressAsync(desk.Page, "x", "j", "x", "b");
        await LeadAsync(desk.Page, "Enter", "成批审核通过");
        Assert.Equal([Name(0), Name(1)], await desk.Page.Locator("[data-able] label").AllInnerTextsAsync());
        await desk.LookAsync("batch");
        await desk.Page.FocusAsync("#operatorType");
        await PressAsync(desk.Page, "ArrowDown", "Tab", "Tab");
        await LeadAsync(desk.Page, "Enter", "成批审核通过");
        await desk.ExpectAsync("已办 2 件");
        await desk.LookAsync("batch-done");
        await desk.GoAsync("/office");
        await desk.LookAsync("home");

        var states = await Site.QueryAsync(db =>
            db.Filings.Where(f => f.AuthorityId == Place).GroupBy(f => f.State).ToDictionaryAsync(g => g.Key, g => g.Count(), Stop)
        );
        Assert.Equal((6, 1, Cases - 7), (states[FilingState.Approved], states[FilingState.Returned], states[FilingState.Submitted]));

        async Task<(int Queue, int Home)> CountAsync() =>
            (
                await queries.CountAsync(async () => (await officer.GetAsync("/office/queue")).ExpectOk()),
                await queries.CountAsync(async () => (await officer.GetAsync("/office")).ExpectOk())
            );
    }

    /// <summary>Without script everything is there too: ticks and a button, notes, a file beside the answers.</summary>
    [Fact]
    public async Task Case_WithScriptAndWithout_ShowsFilesNotesAndWhatChanged()
    {
        const string Other = "A441600";
        var filing = await _scene.SubmittedAsync(Other, name: "附件旁看有限公司");
        await _scene.ResubmitAsync(filing.Id, "domicile", "广东省广州市海珠区测试路1号");
        await _scene.StoreFilesAsync(filing.Id);
        using var officer = await _scene.OfficerAsync(Other);
        foreach (var script in new[] { true, false })
        {
            var desk = await chromium.WalkAsync(Site, "desk", script, officer);
            await desk.GoAsync($"/office/filings/{filing.Id}?state=submitted");
            Assert.Equal(["天河", "海珠"], await desk.Page.Locator("[data-difference=domicile] :is(del, ins)").AllInnerTextsAsync());
            await desk.Page.ClickAsync(".sheet-cell:has(#points\\.domicile) summary");
            await desk.Page.FillAsync("#points\\.domicile", script ? "门牌号与执照不符" : "与执照不符");
            if (script)
            {
                // What was typed stays while a file is opened and closed.
                await desk.Page.ClickAsync("[data-open-file]");
                await Assertions.Expect(desk.Page.Locator(".viewer iframe")).ToBeVisibleAsync();
                await desk.LookAsync("case-file");
                await desk.Page.ClickAsync("[data-close-file]");
                await Assertions.Expect(desk.Page.Locator(".viewer")).ToHaveCountAsync(0);
                Assert.Equal("门牌号与执照不符", await desk.Page.InputValueAsync("#points\\.domicile"));
            }
            await desk.PressAsync("button[name=keep]");
            await desk.ExpectAsync(script ? "门牌号与执照不符" : "与执照不符");
            await desk.LookAsync("case-notes");
            if (!script)
            {
                await desk.PressAsync("[data-open-file]");
                await desk.LookAsync("case-file");
            }
        }
    }

    private static string Name(int number) => $"键盘{number:D3}有限公司";

    /// <summary>Cases whose due dates are in the order of their numbers.</summary>
    private async Task PlantAsync(int from, int to)
    {
        for (var i = from; i < to; i++)
            await _scene.SubmittedAsync(Place, Scene.NewUscc(), Name(i), Data.Now.AddDays(-300 + i).AddMinutes(i));
    }

    /// <summary>The names in the queue from its first page to its last.</summary>
    private static async Task<List<string>> NamesAsync(SiteClient officer)
    {
        var names = new List<string>();
        var next = "/office/queue";
        while (next is not null)
        {
            var page = (await officer.GetAsync(next)).ExpectOk();
            names.AddRange(page.TextsOf("tbody a[data-row]"));
            next = page
                .Document.Links.FirstOrDefault(l => l.TextContent.Contains("下一页", StringComparison.Ordinal))
                ?.GetAttribute("href");
        }
        return names;
    }

    private static async Task PressAsync(IPage page, params string[] keys)
    {
        foreach (var key in keys)
            await page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses a key that leads to a page with a heading.</summary>
    private static async Task LeadAsync(IPage page, string key, string heading)
    {
        await page.Keyboard.PressAsync(key);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(heading);
    }
}
