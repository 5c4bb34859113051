using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Channels.Templates;

/// <summary>The link to a new password, asked for by the owner or given by an authority.</summary>
public sealed class PasswordLink(Vault vault) : LinkTemplate(vault)
{
    public override string Name => "password-link";

    protected override LocalizedText Subject { get; } = new("重置密码", "set a new password");

    protected override LocalizedText What { get; } = new("请打开下面的网址设置新密码。", "Set a new password at this address.");
}
