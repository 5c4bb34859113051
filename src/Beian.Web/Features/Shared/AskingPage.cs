using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Shared;

/// <summary>A page that asks for something. What is wrong with what was typed is a value: the page comes again and says it, summary first.</summary>
public abstract class AskingPage : PageModel
{
    public ErrorSummary Errors { get; protected set; } = new([]);

    /// <summary>What is wrong with a control; null: nothing.</summary>
    public string? ProblemOf(string control) => Errors.Of(control);

    /// <summary>The page again (422), with what was typed still in its properties.</summary>
    protected PageResult AskAgain(params IReadOnlyList<ErrorLine> errors)
    {
        Errors = new(errors);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
