using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Shared.Fields;
using Beian.Web.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>What the form's script asks while somebody types: a check of the answers, and an autosave of a draft.</summary>
public static class FilingEndpoints
{
    public static void MapFilings(this IEndpointRouteBuilder app)
    {
        app.MapPost("/filings/new/check", CheckNewAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost("/filings/{id:guid}/check", CheckAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost("/filings/{id:guid}/draft", SaveDraftAsync).AllowAnonymous().DisableAntiforgery();
    }

    /// <param name="Relevant">Codes of what applies.</param>
    /// <param name="Required">Codes of what must be answered.</param>
    /// <param name="Calculated">What the engine worked out: control → value.</param>
    /// <param name="Shown">The same as people read it.</param>
    /// <param name="Converted">What it changed in the typing that a person should look at: control → what it is now.</param>
    /// <param name="Why">Why what applies does so and why what is required is: field → a sentence.</param>
    public sealed record CheckAnswer(
        IEnumerable<string> Relevant,
        IEnumerable<string> Required,
        IEnumerable<CheckProblem> Problems,
        IReadOnlyDictionary<string, string> Calculated,
        IReadOnlyDictionary<string, string> Shown,
        IReadOnlyDictionary<string, ConvertedAnswer> Converted,
        IReadOnlyDictionary<string, string> Why
    );

    /// <param name="Used">The values that were compared; null where the message says everything.</param>
    public sealed record CheckProblem(string Control, string Field, string Code, string Message, string Level, string? Used);

    public sealed record ConvertedAnswer(string Value, string Message);

    public sealed record DraftAnswer(int Version, string At);

    private static async Task<Results<Ok<CheckAnswer>, NotFound>> CheckNewAsync(
        HttpContext http,
        string? service,
        string? route,
        Catalogue.Catalogue catalogue,
        FormReader reader,
        Judge judge,
        Filer filer,
        Texts texts,
        CancellationToken stop
    )
    {
        if (catalogue.Find(service ?? "") is not { } pack || pack.Service.Routes.All(r => r.Code != route) || !filer.Covers(pack.Code))
            return TypedResults.NotFound();
        var form = await reader.ReadAsync(http.Request, _ => false, stop);
        var typed = form.AnswersTo(pack);
        var (evaluation, context) = await judge.JudgeNewAsync(pack, route!, typed, [], filer.EnterpriseId, stop);
        return TypedResults.Ok(Describe(pack, typed, evaluation, context, texts));
    }

    private static async Task<Results<Ok<CheckAnswer>, NotFound>> CheckAsync(
        Guid id,
        HttpContext http,
        AppDb db,
        Filer filer,
        Catalogue.Catalogue catalogue,
        FormReader reader,
        Judge judge,
        Texts texts,
        CancellationToken stop
    )
    {
        if (await db.FilingsVisibleTo(filer).AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, stop) is not { } filing)
            return TypedResults.NotFound();
        var form = await reader.ReadAsync(http.Request, _ => false, stop);
        var attachments = await db.AttachmentsOf(id).Select(a => a.Code).ToListAsync(stop);
        var pack = catalogue.PackOf(filing);
        var typed = form.AnswersTo(pack);
        var (evaluation, context) = await judge.JudgeAsync(pack, filing, typed, attachments, stop);
        return TypedResults.Ok(Describe(pack, typed, evaluation, context, texts));
    }

    private static async Task<
        Results<Ok<DraftAnswer>, NotFound, BadRequest, Microsoft.AspNetCore.Http.HttpResults.Conflict>
    > SaveDraftAsync(
        Guid id,
        HttpContext http,
        AppDb db,
        Filer filer,
        Catalogue.Catalogue catalogue,
        FormReader reader,
        Saving saving,
        IAntiforgery antiforgery,
        CancellationToken stop
    )
    {
        if (await db.FilingsVisibleTo(filer).SingleOrDefaultAsync(f => f.Id == id, stop) is not { } filing)
            return TypedResults.NotFound();
        var form = await reader.ReadAsync(http.Request, _ => false, stop);
        if (!await antiforgery.IsRequestValidAsync(http))
            return TypedResults.BadRequest();
        // What is 上报 is never sent by a timer, and what was changed elsewhere is never overwritten by one.
        if (!filer.MayFile || filing.State is not (FilingState.Draft or FilingState.Returned) || form.Version != filing.Version)
            return TypedResults.Conflict();
        var pack = catalogue.PackOf(filing);
        try
        {
            var saved = await saving.UpdateAsync(filing, new Entry(pack, form.AnswersTo(pack), []), stop);
            return TypedResults.Ok(new DraftAnswer(saved.Filing.Version, $"{ChinaTime.At(saved.Filing.UpdatedAt):HH:mm}"));
        }
        catch (DbUpdateConcurrencyException)
        {
            return TypedResults.Conflict();
        }
    }

    private static CheckAnswer Describe(Pack pack, AnswerSet typed, Evaluation evaluation, EvaluationContext context, Texts texts)
    {
        var calculated = evaluation.Answers.Where(a => !typed.TryGet(a.Key, out string? _)).ToDictionary(a => a.Key, a => a.Value);
        var explanations = Evaluator.Explain(pack, evaluation, context);
        return new(
            evaluation.Relevant,
            evaluation.Required,
            evaluation.Problems.Select(p => new CheckProblem(
                p.Control,
                pack.Form.FindByControl(p.Control)?.Code ?? p.Control,
                p.Code,
                texts[p.Message],
                p.Level == ProblemLevel.Hard ? "hard" : "soft",
                Why.Compared(p, texts)
            )),
            calculated,
            calculated.Keys.ToDictionary(c => c, c => pack.Form.FindByControl(c)?.FormatOf(c, evaluation.Answers, texts.Language) ?? ""),
            pack.Form.Conversions(typed)
                .ToDictionary(c => c.Control, c => new ConvertedAnswer(evaluation.Answers[c.Control] ?? "", texts[c.Text])),
            explanations
                .Select(e => KeyValuePair.Create(e.Key, Why.Of(e.Value, evaluation.Required.Contains(e.Key), texts) ?? ""))
                .Where(e => e.Value.Length > 0)
                .ToDictionary()
        );
    }
}
