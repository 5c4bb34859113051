using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>已审核: the numbers it got.</summary>
public sealed class FilingApproved(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-approved";

    protected override LocalizedText Happened { get; } = new("已审核通过", "approved");

    protected override void Write(Letter letter, FilingMail mail)
    {
        if (mail.EntryState is { } ended)
        {
            letter.Say(
                $"您的申请已审核通过，登记现为：{ended.Zh}。公开登记册保留登记的经过。",
                $"Your application has been approved; the entry is now: {ended.En}. The public register keeps its history."
            );
            return;
        }
        if (mail.Kind is null)
            letter.Say("您的备案已审核通过，并已进入公开登记册。", "Your filing has been approved and entered into the public register.");
        else
            letter.Say(
                $"您的{mail.Kind.Zh}已审核通过，公开登记册已更新。请登录后打印新的登记表；旧登记表不再使用。",
                $"Your filing ({mail.Kind.En}) has been approved and the public register is up to date. Please sign in and print the new sheet; the old one is no longer used."
            );
        letter
            .Tell(mail.EntryNumberLabel?.Zh ?? "登记表编号", mail.EntryNumberLabel?.En ?? "Register number", mail.EntryNumber)
            .Tell(mail.EntryCodeLabel?.Zh ?? "编码", mail.EntryCodeLabel?.En ?? "Code", mail.EntryCode)
            .Gap()
            .Say("登记内容发生变化时，请登录后办理变更。", "When what is registered changes, please sign in and file the change.");
    }
}
