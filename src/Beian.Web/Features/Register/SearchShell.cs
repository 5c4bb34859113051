using System.Collections.Concurrent;
using System.Text;
using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;

namespace Beian.Web.Features.Register;

/// <summary>
/// Answers searches of visitors without a session. What stands around a search is for all of them the same, but for the link to
/// the other language, which leads back to the same search: it is taken from the page once a service and language.
/// </summary>
public sealed class SearchShell(RequestDelegate next, Catalogue.Catalogue catalogue, RegisterSearch search, Offices offices)
{
    /// <summary>Stands in the page where the search belongs.</summary>
    public const string Gap = "<!--search-->";

    // Stands in the page's query, and so in the link that leads back to it.
    private const string Asked = "?searchshellquery";

    // One a service, language and size of letters: bounded by the packs.
    private readonly ConcurrentDictionary<(string Service, Language Language, bool Large), Shell> _shells = new();

    /// <summary>Whether a page is asked for what stands around it only.</summary>
    public static bool IsWanted(HttpContext http) => http.Items.ContainsKey(typeof(SearchShell));

    public Task InvokeAsync(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.GetEndpoint()?.Metadata.GetMetadata<AppliesAttribute>() is not null
        && http.User.Identity is not { IsAuthenticated: true }
        && catalogue.FindPublic((string)http.Request.RouteValues["service"]!) is { } pack
            ? AnswerAsync(http, pack)
            : next(http);

    private async Task AnswerAsync(HttpContext http, Definitions.Packs.Pack pack)
    {
        var language = Texts.LanguageOf(http.Request);
        var key = (pack.Code, language, Texts.IsLargeIn(http.Request));
        if (!_shells.TryGetValue(key, out var shell))
            shell = _shells.GetOrAdd(key, await TakeAsync(http));

        var page = await SearchPage.FindAsync(pack, http.Request.Query, search, http.RequestAborted);
        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        var output = http.Response.BodyWriter;
        var html = new HtmlBytes(output);
        html.Raw(shell.Head).Text(Uri.EscapeDataString(http.Request.QueryString.ToString())).Raw(shell.Middle);
        page.Write(html, offices.Tree, language);
        html.Raw(shell.Foot);
        await output.FlushAsync(http.RequestAborted);
    }

    /// <summary>Has the page written once, without a search.</summary>
    private async Task<Shell> TakeAsync(HttpContext http)
    {
        var (body, query) = (http.Response.Body, http.Request.QueryString);
        using var written = new MemoryStream();
        http.Items[typeof(SearchShell)] = true;
        (http.Response.Body, http.Request.QueryString) = (written, new QueryString(Asked));
        try
        {
            await next(http);
        }
        finally
        {
            http.Items.Remove(typeof(SearchShell));
            (http.Response.Body, http.Request.QueryString) = (body, query);
        }
        return Shell.Split(Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length));
    }

    /// <summary>Marks the page that is answered so.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public sealed class AppliesAttribute : Attribute;

    /// <summary>The page around the query in its link and around the search.</summary>
    private sealed record Shell(byte[] Head, byte[] Middle, byte[] Foot)
    {
        public static Shell Split(string page)
        {
            var asked = Uri.EscapeDataString(Asked);
            var (link, gap) = (page.IndexOf(asked, StringComparison.Ordinal), page.IndexOf(Gap, StringComparison.Ordinal));
            if (link < 0 || gap < link)
                throw new InvalidOperationException("The register's page has no place for the search.");
            return new(
                Encoding.UTF8.GetBytes(page[..link]),
                Encoding.UTF8.GetBytes(page[(link + asked.Length)..gap]),
                Encoding.UTF8.GetBytes(page[(gap + Gap.Length)..])
            );
        }
    }
}
