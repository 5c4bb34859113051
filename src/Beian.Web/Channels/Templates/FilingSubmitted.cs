using System.Globalization;
using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>The receipt of a 上报.</summary>
public sealed class FilingSubmitted(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-submitted";

    protected override LocalizedText Happened { get; } = new("已上报", "submitted");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say(
                $"您的备案已上报{mail.Authority.Name}，正在等待审核。",
                $"Your filing has been submitted to {mail.Authority.Name} and is waiting for review."
            )
            .Tell("版本", "Revision", mail.Revision?.ToString(CultureInfo.InvariantCulture))
            .Tell("审核期限", "Decision due by", mail.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Tell("回执（内容校验码）", "Receipt (hash of the content)", mail.Receipt)
            .Gap()
            .Say("您现在不需要做任何事，审核结果会通知您。", "There is nothing you need to do now; you will be told the result.");
}
