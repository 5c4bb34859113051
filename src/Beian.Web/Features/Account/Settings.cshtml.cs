using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>系统设置: language and size of letters.</summary>
public sealed class SettingsModel(Visitor visitor) : PageModel
{
    public bool IsOfficer => visitor.Kind == AccountKind.Officer;
}
