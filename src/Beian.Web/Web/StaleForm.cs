using Beian.Definitions;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Beian.Web.Web;

/// <summary>A form whose token no longer holds: the page was open too long, or somebody signed in or out meanwhile. The error page says so.</summary>
public sealed class StaleForm : IAlwaysRunResultFilter
{
    public static LocalizedText Reason { get; } =
        new(
            "页面打开时间过长，或您在其他窗口登录或退出过，所以没有执行这次操作。请返回上一页，刷新后再试。",
            "The page was open for too long, or you signed in or out in another window, so nothing was done. Go back, reload the page and try again."
        );

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
            return;
        var http = context.HttpContext;
        // A body over the limit cannot be read, and so its token neither: the size is what is wrong.
        if (
            http.Request.ContentLength
            > http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize
        )
            context.Result = new Microsoft.AspNetCore.Mvc.StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        else
            http.Items[typeof(StaleForm)] = true;
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
