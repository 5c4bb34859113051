namespace Beian.Web.Features.Account;

/// <summary>企业端: signing in as an enterprise.</summary>
public sealed class SignInModel(SignInDesk desk) : SignInPage(desk)
{
    protected override AccountKind Kind => AccountKind.Enterprise;
}
