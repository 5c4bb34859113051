using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beian.Definitions;
using Beian.Definitions.Codes;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;

namespace Beian.Web.Features.Api;

/// <summary>What machines may ask: the services and the public register, nothing that the pages do not show.</summary>
public static class Api
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var description = ReadDescription();
        var api = app.MapGroup("").AllowAnonymous();
        api.MapGet("/openapi/v1.json", () => Results.Bytes(description, "application/json"));
        api.MapGet("/api/v1/divisions", (HttpResponse response) => (IResult)DivisionsBelow(response, ""));
        api.MapGet("/api/v1/divisions/{code}", DivisionsBelow);
        api.MapGet("/api/v1/services", (Catalogue.Catalogue catalogue) => (IResult)Services(catalogue));
        api.MapGet("/api/v1/register/{service}", FindAsync).RequireRateLimiting("search");
        api.MapGet("/api/v1/register/{service}/{entry}", EntryAsync).RequireRateLimiting("search");
        // A delegate of its own kind: the route generator (10.0) drops the address of a fallback it writes.
        api.MapFallback("/api/{**path}", (RequestDelegate)(http => NotFound("There is no such address.").ExecuteAsync(http)));
    }

    /// <summary>The divisions directly below one, for a chooser; they change once a year.</summary>
    private static IResult DivisionsBelow(HttpResponse response, string code)
    {
        if (code.Length > 0 && Divisions.Find(code) is null)
            return NotFound("There is no such division.");
        response.Headers.CacheControl = "public, max-age=86400";
        return Json(json =>
        {
            json.WriteStartArray("items"u8);
            foreach (var division in code.Length == 0 ? Divisions.Provinces : Divisions.Children(code))
            {
                json.WriteStartObject();
                json.WriteString("code"u8, division.Code);
                json.WriteString("name"u8, division.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static JsonAnswer Services(Catalogue.Catalogue catalogue) =>
        Json(json =>
        {
            json.WriteStartArray("items"u8);
            foreach (var pack in catalogue.Packs.Where(p => !p.Service.IsProfile).OrderBy(p => p.Code, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("code"u8, pack.Code);
                json.WriteString("version"u8, pack.Version.ToString());
                Write(json, "title", pack.Service.Title);
                Write(json, "summary", pack.Service.Summary);
                json.WriteBoolean("openForNew"u8, pack.Service.OpenForNew);
                json.WriteString("url"u8, Links.Service(pack.Code));
                json.WriteString("registerUrl"u8, $"/api/v1/register/{pack.Code}");
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    private static async Task<IResult> FindAsync(
        string service,
        HttpRequest request,
        Catalogue.Catalogue catalogue,
        RegisterSearch search,
        AuthorityTree authorities,
        CancellationToken stop
    )
    {
        if (catalogue.FindPublic(service) is not { } pack)
            return NotFound("There is no such service.");
        var asked = request.Query;
        var (query, problem) = SearchQuery.Parse(asked["name"], asked["code"], asked["before"]);
        if (problem is not null)
            return BadRequest(problem.Control, problem.Message);
        if (query.IsEmpty)
            return BadRequest("name", new("请给出 name 或 code。", "Give a name or a code."));

        var result = await search.FindAsync(service, query, stop);
        return Json(json =>
        {
            json.WriteNumber("total"u8, result.Total);
            json.WriteBoolean("totalIsCapped"u8, result.TotalIsCapped);
            if (result.Next is { } next)
                json.WriteNumber("before"u8, next);
            else
                json.WriteNull("before"u8);
            json.WriteStartArray("items"u8);
            foreach (var (_, line) in result.Items)
                Write(json, pack, SearchItem.Read(line), authorities);
            json.WriteEndArray();
        });
    }

    private static async Task<IResult> EntryAsync(
        string service,
        string entry,
        string? on,
        Catalogue.Catalogue catalogue,
        AppDb db,
        AuthorityTree authorities,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        if (catalogue.FindPublic(service) is not { } pack || await db.FindEntryAsync(service, entry, stop) is not { } found)
            return NotFound("There is no such entry.");
        var asOf = AsOf.Read(on, clock.Today());
        if (asOf.Problem is { } problem)
            return BadRequest("on", problem);
        var history = await EntryHistory.ReadAsync(db, catalogue, found, asOf.Day, stop);
        return history.State is null
            ? NotFound("It was not registered yet on that day.")
            : Json(json => Write(json, pack, history, authorities));
    }

    private static void Write(Utf8JsonWriter json, Pack pack, EntryHistory history, AuthorityTree authorities)
    {
        var found = history.Entry;
        var approved = history.Shown?.From ?? ChinaTime.DateAt(found.ApprovedAt);
        WriteHead(
            json,
            pack,
            found.Number,
            history.State!.Value,
            history.AuthorityId,
            $"{ChinaTime.DateAt(found.FirstApprovedAt):yyyy-MM-dd}",
            $"{approved:yyyy-MM-dd}",
            authorities
        );
        json.WriteString("stateSince"u8, $"{history.Since:yyyy-MM-dd}");
        if (history.Why is { } why)
            Write(json, "stateReason", why);
        if (history.On is { } day)
            json.WriteString("on"u8, $"{day:yyyy-MM-dd}");
        json.WriteNumber("version"u8, history.Shown?.Version ?? found.Version);
        json.WriteStartObject("answers"u8);
        foreach (var field in pack.Form.Fields.Select(pack.Register.Shown).OfType<Field>())
        foreach (var (control, text) in history.Answers.Where(a => field.Owns(a.Key)))
            json.WriteString(control, text);
        json.WriteEndObject();
        json.WriteStartArray("versions"u8);
        foreach (var version in history.Versions)
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, version.Version);
            json.WriteString("from"u8, $"{version.From:yyyy-MM-dd}");
            json.WriteString("number"u8, version.Number);
            json.WriteString("kind"u8, version.KindCode);
            Write(json, "label", version.Kind);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Pack pack, SearchItem item, AuthorityTree authorities)
    {
        json.WriteStartObject();
        WriteHead(json, pack, item.Number, item.State, item.AuthorityId, item.FirstApprovedOn, item.ApprovedOn, authorities);
        json.WriteStartObject("answers"u8);
        foreach (var (control, text) in item.Fields)
            json.WriteString(control.Span, text.Span);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHead(
        Utf8JsonWriter json,
        Pack pack,
        string number,
        EntryState state,
        string authorityId,
        string firstApprovedOn,
        string approvedOn,
        AuthorityTree authorities
    )
    {
        json.WriteString("number"u8, number);
        json.WriteString("state"u8, state == EntryState.Valid ? "valid" : state.ToString().ToLowerInvariant());
        json.WriteStartObject("authority"u8);
        json.WriteString("id"u8, authorityId);
        json.WriteString("name"u8, authorities.Find(authorityId)?.Name);
        json.WriteEndObject();
        json.WriteString("firstApprovedOn"u8, firstApprovedOn);
        json.WriteString("approvedOn"u8, approvedOn);
        json.WriteString("url"u8, Links.Entry(pack.Code, number));
    }

    private static void Write(Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("zh"u8, text.Zh);
        json.WriteString("en"u8, text.En);
        json.WriteEndObject();
    }

    private static JsonAnswer Json(Action<Utf8JsonWriter> write) => new(write);

    private static IResult NotFound(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    private static IResult BadRequest(string parameter, LocalizedText message) =>
        Results.Problem(
            $"{message.Zh} {message.En}",
            statusCode: StatusCodes.Status400BadRequest,
            extensions: new Dictionary<string, object?> { ["parameter"] = parameter }
        );

    private static byte[] ReadDescription()
    {
        using var reader = new StreamReader(typeof(Api).Assembly.GetManifestResourceStream("Beian.Web.Features.Api.openapi.json")!);
        return Encoding.UTF8.GetBytes(reader.ReadToEnd());
    }

    /// <summary>One JSON object, written straight into the answer.</summary>
    private sealed class JsonAnswer(Action<Utf8JsonWriter> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            using (var json = new Utf8JsonWriter(http.Response.BodyWriter, Readable))
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            }
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }
}
