using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Beian.Web.Features.Filings;

/// <summary>
/// For a page that reads its form itself while it arrives (<see cref="FormReader"/>): nothing else may read it before. The page
/// checks the antiforgery token itself once it has the form, so that typing in an expired form is not lost.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsOwnFormAttribute : Attribute, IResourceFilter, IOrderedFilter
{
    public int Order => 0;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        foreach (
            var factory in context
                .ValueProviderFactories.Where(f =>
                    f is FormValueProviderFactory or FormFileValueProviderFactory or JQueryFormValueProviderFactory
                )
                .ToList()
        )
            context.ValueProviderFactories.Remove(factory);
    }

    public void OnResourceExecuted(ResourceExecutedContext context) { }
}
