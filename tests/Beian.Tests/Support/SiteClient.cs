using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Beian.Tests.Support;

/// <summary>A file chosen in a form.</summary>
/// <param name="Control">The control's name.</param>
public sealed record Upload(string Control, string FileName, byte[] Content, string MediaType = "application/octet-stream");

/// <summary>A visitor with a cookie jar who reads pages and sends their forms as a browser without JavaScript does.</summary>
public sealed class SiteClient : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, UseCookies = true };

    public SiteClient(Uri address) => Http = new HttpClient(_handler) { BaseAddress = address };

    /// <summary>The same visitor, one request at a time and without following redirects.</summary>
    public HttpClient Http { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Cookie Session => Cookies.GetCookies(Http.BaseAddress!)["session"]!;

    /// <summary>Loses its session, as after half an hour of typing.</summary>
    public void LoseSession() => Session.Expired = true;

    /// <summary>Goes on with another's session, as what was open before a sign-in does after it.</summary>
    public void TakeSession(SiteClient other) => Cookies.Add(Http.BaseAddress!, new Cookie("session", other.Session.Value));

    /// <summary>Goes to a page, through redirects.</summary>
    public async Task<Page> GetAsync(string path) =>
        await FollowAsync(await Http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), Stop));

    /// <summary>
    /// Sends the form a selector finds, with what stands in it (the antiforgery token too) except for
    /// <paramref name="values"/>; a null value leaves the control out.
    /// </summary>
    /// <param name="button">The text, name or value of the button that is pressed; null: the first one.</param>
    public async Task<Page> SubmitAsync(
        Page page,
        string form,
        IEnumerable<KeyValuePair<string, string?>>? values = null,
        string? button = null,
        IEnumerable<Upload>? files = null
    ) => await FollowAsync(await SendAsync(page, form, values, button, files));

    /// <summary>The same without following where the answer leads: the answer itself.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        Page page,
        string form,
        IEnumerable<KeyValuePair<string, string?>>? values = null,
        string? button = null,
        IEnumerable<Upload>? files = null
    )
    {
        var element = (IHtmlFormElement)page.Element(form);
        var submitter = Button(element, button);
        var fields = Fields(element, values ?? [], submitter);
        var action = new Uri(page.Url, submitter?.GetAttribute("formaction") ?? element.GetAttribute("action") ?? page.Url.PathAndQuery);
        if (!string.Equals(element.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            return await Http.GetAsync(
                new Uri($"{action.AbsolutePath}?{await new FormUrlEncodedContent(fields).ReadAsStringAsync(Stop)}", UriKind.Relative),
                Stop
            );
        using var content = Body(element, fields, files ?? []);
        return await Http.PostAsync(action, content, Stop);
    }

    /// <summary>Reads an answer as a page, through redirects.</summary>
    public async Task<Page> FollowAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; answer.Headers.Location is { } location && (int)answer.StatusCode is >= 300 and < 400; hops++)
        {
            Assert.True(hops < 10, "Too many redirects.");
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await Http.GetAsync(next, Stop);
        }
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync(Stop);
            return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!, html, new HtmlParser().ParseDocument(html));
        }
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    private static IHtmlElement? Button(IHtmlFormElement form, string? wanted)
    {
        var buttons = form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        if (wanted is null)
            return buttons.FirstOrDefault();
        return buttons.FirstOrDefault(b =>
                b.GetAttribute("name") == wanted
                || b.GetAttribute("value") == wanted
                || b.TextContent.Contains(wanted, StringComparison.Ordinal)
            )
            ?? throw new Xunit.Sdk.XunitException(
                $"No button {wanted} in the form; there are: {string.Join(", ", buttons.Select(b => b.OuterHtml))}"
            );
    }

    private static List<KeyValuePair<string, string>> Fields(
        IHtmlFormElement form,
        IEnumerable<KeyValuePair<string, string?>> values,
        IHtmlElement? submitter
    )
    {
        var changed = values.ToList();
        var names = changed.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var fields = form.Elements.SelectMany(Current).Where(f => !names.Contains(f.Key)).ToList();
        fields.AddRange(changed.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Key, c.Value!)));
        if (submitter?.GetAttribute("name") is { Length: > 0 } name && !names.Contains(name))
            fields.Add(new(name, submitter.GetAttribute("value") ?? ""));
        return fields;
    }

    private static IEnumerable<KeyValuePair<string, string>> Current(IHtmlElement control)
    {
        if (control.GetAttribute("name") is not { Length: > 0 } name || control.HasAttribute("disabled"))
            return [];
        return control switch
        {
            IHtmlInputElement { Type: "submit" or "image" or "button" or "reset" or "file" } => [],
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? [new(name, box.GetAttribute("value") ?? "on")] : [],
            IHtmlInputElement input => [new(name, input.Value)],
            IHtmlTextAreaElement area => [new(name, area.Value)],
            IHtmlSelectElement select => select
                .Options.Where(o => o.IsSelected && !o.IsDisabled)
                .Select(o => KeyValuePair.Create(name, o.Value)),
            _ => [],
        };
    }

    private static HttpContent Body(IHtmlFormElement form, List<KeyValuePair<string, string>> fields, IEnumerable<Upload> files)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
            return new FormUrlEncodedContent(fields);
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), $"\"{name}\"");
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.MediaType);
            body.Add(part, $"\"{file.Control}\"", $"\"{file.FileName}\"");
        }
        return body;
    }
}
