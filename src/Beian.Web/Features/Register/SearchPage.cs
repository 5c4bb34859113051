using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register;

/// <summary>
/// What stands on /register/{service} within the layout: the boxes with what was typed, and what was found. It is asked for more
/// than all other pages together, so it is written straight as bytes.
/// </summary>
/// <param name="Name">As typed.</param>
/// <param name="Code">As typed.</param>
/// <param name="Problem">What cannot be understood in the boxes.</param>
/// <param name="Result">Null as long as nothing was asked.</param>
/// <param name="IsLater">Whether this is not the first page.</param>
public sealed record SearchPage(Pack Pack, string Name, string Code, SearchProblem? Problem, SearchResult? Result, bool IsLater)
{
    /// <summary>Asks the register what a query string asks.</summary>
    public static async Task<SearchPage> FindAsync(Pack pack, IQueryCollection asked, RegisterSearch search, CancellationToken stop)
    {
        var (name, code) = (asked["name"].ToString(), asked["code"].ToString());
        var (query, problem) = SearchQuery.Parse(name, code, asked["before"]);
        var result = problem is null && !query.IsEmpty ? await search.FindAsync(pack.Code, query, stop) : null;
        return new(pack, name, code, problem, result, query.Before is not null);
    }

    public int Status => Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    public void Write(HtmlBytes html, AuthorityTree authorities, Language language)
    {
        html.Raw("<h1>"u8).Text(Pack.Register.Title.In(language)).Raw("</h1>\n"u8);
        if (Problem is { } problem)
            WriteSummary(html, problem, language);
        WriteForm(html, language);
        if (Result is null)
            WriteEmpty(
                html.Raw("<div class=\"empty\">\n"u8),
                T("请输入代码或名称后点击“查询”。", "Enter a code or a name, then search."),
                T(
                    "备案经管理机关审核通过后可在此查到；个人信息、电子邮箱和电话不公开。",
                    "A filing can be found here once the authority has approved it; personal data, e-mail and telephone are not public."
                )
            );
        else if (Result.Items.Count == 0)
            WriteEmpty(
                html.Raw("<div class=\"empty\" role=\"status\">\n"u8),
                T("没有找到符合条件的登记。", "No entry matches."),
                T(
                    "请检查代码是否完整，或减少名称的字数后再查。尚未审核通过的备案不在此列。",
                    "Check that the code is whole, or try fewer characters of the name. Filings not approved yet are not listed."
                )
            );
        else
        {
            ResultTable.Of(Pack).Write(html, Result, authorities, language);
            WritePager(html, Result.Next, language);
        }

        string T(string zh, string en) => language == Language.En ? en : zh;
    }

    private static void WriteSummary(HtmlBytes html, SearchProblem problem, Language language) =>
        html.Raw("<div class=\"error-summary\" role=\"alert\" tabindex=\"-1\" data-error-summary>\n<h2>"u8)
            .Text(language == Language.En ? "One thing needs your attention" : "有 1 处需要修改")
            .Raw("</h2>\n<ul><li><a href=\"#"u8)
            .Text(problem.Control)
            .Raw("\">"u8)
            .Text(problem.Message.In(language))
            .Raw("</a></li></ul>\n</div>\n"u8);

    private void WriteForm(HtmlBytes html, Language language)
    {
        html.Raw("<form class=\"filters\" method=\"get\" action=\"/register/"u8).Text(Pack.Code).Raw("\" role=\"search\">\n"u8);
        Box("code"u8, Code, 64, null, Pack.CodesInWords.In(language));
        Box("name"u8, Name, SearchQuery.MostCharacters, "name-hint", T("企业名称", "Name of the enterprise"));
        html.Raw("<button class=\"btn btn-primary\">"u8)
            .Text(T("查询", "Search"))
            .Raw("</button>\n</form>\n<p class=\"hint\" id=\"name-hint\">"u8)
            .Text(
                T(
                    "名称可只输入一部分，中英文均可；多个词用空格分开。代码须输入完整。",
                    "Any part of the name will do, in Chinese or English; separate words by spaces. Give a code whole."
                )
            )
            .Raw("</p>\n"u8);

        string T(string zh, string en) => language == Language.En ? en : zh;

        void Box(ReadOnlySpan<byte> control, string typed, int most, string? hint, string label)
        {
            var problem = Problem is { } p && control.SequenceEqual(System.Text.Encoding.UTF8.GetBytes(p.Control)) ? p : null;
            html.Raw("<div class=\"field\">\n<label class=\"form-label\" for=\""u8).Raw(control).Raw("\">"u8).Text(label);
            html.Raw("</label>\n<input class=\"form-control\" id=\""u8).Raw(control).Raw("\" name=\""u8).Raw(control);
            html.Raw("\" value=\""u8).Text(typed).Raw("\" maxlength=\""u8).Text(most).Raw("\" autocomplete=\"off\""u8);
            if (problem is not null)
                html.Raw(" aria-describedby=\""u8).Raw(control).Raw("-problem\" aria-invalid=\"true\""u8);
            else if (hint is not null)
                html.Raw(" aria-describedby=\""u8).Text(hint).Raw("\""u8);
            html.Raw(">\n"u8);
            if (problem is not null)
                html.Raw("<p class=\"invalid-feedback d-block\" id=\""u8)
                    .Raw(control)
                    .Raw("-problem\">"u8)
                    .Text(problem.Message.In(language))
                    .Raw("</p>\n"u8);
            html.Raw("</div>\n"u8);
        }
    }

    private static void WriteEmpty(HtmlBytes html, string what, string why) =>
        html.Raw("<p>"u8).Text(what).Raw("</p>\n<p>"u8).Text(why).Raw("</p>\n</div>\n"u8);

    private void WritePager(HtmlBytes html, long? next, Language language)
    {
        if (!IsLater && next is null)
            return;
        html.Raw("<nav class=\"pager\" aria-label=\""u8).Text(language == Language.En ? "Pages" : "分页").Raw("\">\n<ul>\n"u8);
        if (IsLater)
            html.Raw("<li><a class=\"btn btn-outline-primary btn-small\" href=\""u8)
                .Text(Link)
                .Raw("\">"u8)
                .Text(language == Language.En ? "First page" : "回到第一页")
                .Raw("</a></li>\n"u8);
        if (next is { } before)
            html.Raw("<li><a class=\"btn btn-outline-primary btn-small\" rel=\"next\" href=\""u8)
                .Text(Link)
                .Raw("&amp;before="u8)
                .Text(before)
                .Raw("\">"u8)
                .Text(language == Language.En ? "Next" : "下一页")
                .Raw("</a></li>\n"u8);
        html.Raw("</ul>\n</nav>\n"u8);
    }

    /// <summary>The first page of this search.</summary>
    private string Link => $"/register/{Pack.Code}?code={Uri.EscapeDataString(Code)}&name={Uri.EscapeDataString(Name)}";
}
