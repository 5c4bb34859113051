using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>Another office decides from now on.</summary>
public sealed class FilingTransferred(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-transferred";

    protected override LocalizedText Happened { get; } = new("已转交", "handed on");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say(
                $"您的备案已由{mail.Authority.Name}转交{mail.NewAuthority?.Name}审核。",
                $"Your filing has been handed on from {mail.Authority.Name} to {mail.NewAuthority?.Name} for review."
            )
            .Tell("说明", "Note", mail.Reason)
            .Gap()
            .Say("您现在不需要做任何事，审核结果会通知您。", "There is nothing you need to do now; you will be told the result.");
}
