using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>已审核: the numbers it got.</summary>
public sealed class FilingApproved(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-approved";

    protected override LocalizedText Happened { get; } = new("已审核通过", "approved");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say("您的备案已审核通过，并已进入公开登记册。", "Your filing has been approved and entered into the public register.")
            .Tell(mail.EntryNumberLabel?.Zh ?? "登记表编号", mail.EntryNumberLabel?.En ?? "Register number", mail.EntryNumber)
            .Tell(mail.EntryCodeLabel?.Zh ?? "编码", mail.EntryCodeLabel?.En ?? "Code", mail.EntryCode)
            .Gap()
            .Say("登记内容发生变化时，请登录后办理变更。", "When what is registered changes, please sign in and file the change.");
}
