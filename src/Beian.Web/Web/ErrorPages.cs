using System.Security.Cryptography;
using Beian.Definitions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Web;

/// <summary>
/// Turns faults and bare statuses into calm pages, or into problem details for programs. The page is the same request run again
/// as GET /errors, so that it has its layout and language; nothing of a fault's inside leaves the program.
/// </summary>
public sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    public const string Path = "/errors";

    private static readonly LocalizedText _changedMeanwhile = new(
        "这项内容刚刚被他人修改。您的操作没有执行，请重新打开页面，看过最新内容后再试。",
        "Somebody else has just changed this. Nothing of yours was done; open the page again, look at what it says now and retry."
    );

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // The visitor has gone; there is nobody to answer.
            return;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var failure = FailureOf(http, fault);
            http.Response.Clear();
            await AnswerAsync(http, failure);
            return;
        }

        var answer = http.Response;
        if (answer is { HasStarted: false, StatusCode: >= 400 and < 600, ContentLength: null, ContentType: null })
            await AnswerAsync(http, new Failure(answer.StatusCode, http.Request.Path, RouteOf(http), ReasonOf(http)));
    }

    /// <summary>The template of the route a request took: says what was asked for without codes, names or numbers.</summary>
    public static string RouteOf(HttpContext http) =>
        http.Features.Get<Failure>()?.Route ?? (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    private Failure FailureOf(HttpContext http, Exception fault)
    {
        var path = http.Request.Path;
        switch (fault)
        {
            case Refused refused:
                return new(StatusCodes.Status409Conflict, path, RouteOf(http), refused.Reason);
            case DbUpdateConcurrencyException:
                return new(StatusCodes.Status409Conflict, path, RouteOf(http), _changedMeanwhile);
            case BadHttpRequestException bad:
                return new(bad.StatusCode, path, RouteOf(http));
            case InvalidDataException: // a form with too many or too long parts
                return new(StatusCodes.Status413PayloadTooLarge, path, RouteOf(http));
            case AntiforgeryValidationException:
                return new(StatusCodes.Status400BadRequest, path, RouteOf(http), StaleForm.Reason);
            default:
                var reference = RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", 10);
                logger.LogError(
                    fault,
                    "Request failed, reference {Reference}: {Method} {Route}",
                    reference,
                    http.Request.Method,
                    RouteOf(http)
                );
                return new(StatusCodes.Status500InternalServerError, path, RouteOf(http), null, reference);
        }
    }

    private static LocalizedText? ReasonOf(HttpContext http) => http.Items.ContainsKey(typeof(StaleForm)) ? StaleForm.Reason : null;

    private async Task AnswerAsync(HttpContext http, Failure failure)
    {
        http.Response.StatusCode = failure.Status;
        http.Features.Set(failure);
        if (http.Request.Path.StartsWithSegments("/api"))
        {
            await Results
                .Problem(
                    statusCode: failure.Status,
                    detail: failure.Reason?.Zh,
                    extensions: failure.Reference is { } reference ? new Dictionary<string, object?> { ["reference"] = reference } : null
                )
                .ExecuteAsync(http);
            return;
        }

        var request = http.Request;
        (request.Method, request.Path, request.QueryString) = (HttpMethods.Get, Path, QueryString.Empty);
        (request.ContentType, request.ContentLength, request.Body) = (null, null, Stream.Null);
        http.Features.Set<IFormFeature>(null);
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        try
        {
            await next(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            logger.LogError(fault, "The error page itself failed");
            http.Response.Clear();
            http.Response.StatusCode = failure.Status;
            await http.Response.WriteAsync($"{failure.Status} {failure.Reference}");
        }
    }
}
