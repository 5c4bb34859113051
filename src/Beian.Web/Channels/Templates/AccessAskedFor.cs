namespace Beian.Web.Channels.Templates;

/// <summary>Somebody asks to be let in to an enterprise: its administrator is to answer. Who asks, and why, stands on the site only.</summary>
public sealed class AccessAskedFor : MailTemplate<AccessAskedFor.Mail>
{
    public override string Name => "access-asked-for";

    protected override Letter Write(Mail mail) =>
        new Letter(new("有人申请加入本企业", "somebody asks for access to your enterprise"))
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say(
                "有人申请加入本企业。请登录平台，在“本企业 → 管理成员”中查看，决定邀请或不同意。不认识的人请不要邀请。",
                "Somebody asks for access to your enterprise. Sign in, look under My enterprise, Look after members, and invite or refuse. Do not invite whom you do not know."
            )
            .Gap()
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");

    /// <summary>What it is made of.</summary>
    public sealed record Mail(string Name);
}
