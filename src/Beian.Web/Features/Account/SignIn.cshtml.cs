using Beian.Web.Data;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;

namespace Beian.Web.Features.Account;

/// <summary>企业端: signing in as an enterprise.</summary>
public sealed class SignInModel(SignIns signIns, AppDb db, Settings settings, Captchas captchas, Cookies cookies, Texts texts)
    : SignInPage(signIns, db, settings, captchas, cookies, texts)
{
    protected override AccountKind Kind => AccountKind.Enterprise;

    protected override string Action => "/account/sign-in";
}
