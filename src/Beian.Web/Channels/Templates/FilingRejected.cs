using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>不予备案: why, and what can be done about it.</summary>
public sealed class FilingRejected(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-rejected";

    protected override LocalizedText Happened { get; } = new("不予备案", "rejected");

    protected override void Write(Letter letter, FilingMail mail)
    {
        letter
            .Say($"{mail.Authority.Name}决定对您的备案不予办理。", $"{mail.Authority.Name} has decided to reject your filing.")
            .Tell("原因", "Reason", mail.Reason);
        if (mail.Notice is { } notice)
            letter.Gap().Say(notice.Zh, notice.En);
    }
}
