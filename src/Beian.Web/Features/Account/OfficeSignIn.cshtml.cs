namespace Beian.Web.Features.Account;

/// <summary>主管部门端: signing in as an officer.</summary>
public sealed class OfficeSignInModel(SignInDesk desk) : SignInPage(desk)
{
    protected override AccountKind Kind => AccountKind.Officer;
}
