using Beian.Definitions;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Errors;

/// <summary>What a visitor reads when something did not work. Only <see cref="ErrorPages"/> leads here.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    public Failure Failure { get; private set; } = null!;

    public LocalizedText Heading =>
        Failure.Status switch
        {
            400 when Failure.Reason is not null => new("页面已过期", "The page is out of date"),
            401 or 403 or 404 => new("没有找到这个页面", "This page was not found"),
            405 => new("这个地址不能这样访问", "This address cannot be used like this"),
            409 => new("操作没有执行", "Nothing was done"),
            413 => new("提交的内容过大", "Too much was sent"),
            429 => new("访问过于频繁", "Too many requests"),
            503 => new("系统暂时不可用", "The system is not available at the moment"),
            >= 500 => new("系统出错了", "Something went wrong"),
            _ => new("请求有误", "The request is not right"),
        };

    public LocalizedText Explanation =>
        Failure.Reason
        ?? Failure.Status switch
        {
            401 or 403 or 404 => new(
                "地址可能有误，内容可能已移走，或者需要以其他账号登录后才能查看。",
                "The address may be wrong, the content may have moved, or it can be seen only with another account."
            ),
            405 => new("请从首页重新进入。", "Please start again from the home page."),
            413 => new(
                "一次提交的内容超过了系统允许的大小，没有保存。请返回上一页，减少内容或换较小的文件后再试。",
                "What was sent is larger than the system takes and was not saved. Go back, shorten it or choose a smaller file and try again."
            ),
            429 => new("请稍等一分钟再试。", "Please wait a minute and try again."),
            503 => new("请稍后再试。", "Please try again later."),
            >= 500 => new(
                "这不是您的问题，没有完成的操作未被保存。请稍后再试；如果再次出现，请把下面的编号告诉技术支持。",
                "This is not your fault; what was not finished was not saved. Try again later; if it happens again, tell support the number below."
            ),
            _ => new("提交的内容无法识别。请返回上一页再试。", "What was sent cannot be understood. Go back and try again."),
        };

    /// <summary>Whether opening the same page again helps.</summary>
    public bool CanReopen => Failure.Status is 400 or 409 or 429 or >= 500;

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<Failure>() is not { } failure)
            return NotFound();
        Failure = failure;
        Response.Headers.CacheControl = "no-cache, no-store"; // as the antiforgery tokens of the page want it
        return Page();
    }
}
