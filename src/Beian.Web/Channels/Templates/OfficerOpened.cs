using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Channels.Templates;

/// <summary>开通用户 in 系统管理: the link to the account an administrator made for an officer.</summary>
public sealed class OfficerOpened(Vault vault) : LinkTemplate(vault)
{
    public override string Name => "officer-opened";

    protected override LocalizedText Subject { get; } =
        new("主管部门用户已开通，请设置密码", "your officer's account is open, please set a password");

    protected override LocalizedText What { get; } =
        new(
            "系统管理员已为您开通主管部门端用户。请打开下面的网址设置密码，然后从主管部门端登录。",
            "An administrator has opened an officer's account for you. Set a password at this address, then sign in at the office."
        );
}
