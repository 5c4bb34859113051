using Beian.Web.Data;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;

namespace Beian.Web.Features.Account;

/// <summary>主管部门端: signing in as an officer.</summary>
public sealed class OfficeSignInModel(SignIns signIns, AppDb db, Settings settings, Captchas captchas, Cookies cookies, Texts texts)
    : SignInPage(signIns, db, settings, captchas, cookies, texts)
{
    protected override AccountKind Kind => AccountKind.Officer;

    protected override string Action => "/account/office-sign-in";
}
