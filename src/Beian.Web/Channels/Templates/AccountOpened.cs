using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Channels.Templates;

/// <summary>开通用户: the link to the account an authority made.</summary>
public sealed class AccountOpened(Vault vault) : LinkTemplate(vault)
{
    public override string Name => "account-opened";

    protected override LocalizedText Subject { get; } = new("用户已开通，请设置密码", "your account is open, please set a password");

    protected override LocalizedText What { get; } =
        new(
            "备案登记机关已为贵企业开通用户。请打开下面的网址确认账户名称并设置密码，然后登录应用查看和管理本企业的备案信息。",
            "Your filing authority has opened an account for your enterprise. Choose user name and password at this address; then sign in to see and manage your entry."
        );
}
