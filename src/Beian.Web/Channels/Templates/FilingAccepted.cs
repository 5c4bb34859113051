using System.Globalization;
using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>受理, where it is a step of its own: the clock runs from now on.</summary>
public sealed class FilingAccepted(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-accepted";

    protected override LocalizedText Happened { get; } = new("已受理", "accepted for review");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say($"{mail.Authority.Name}已受理您的备案。", $"{mail.Authority.Name} has accepted your filing for review.")
            .Tell("审核期限", "Decision due by", mail.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Gap()
            .Say("您现在不需要做任何事，审核结果会通知您。", "There is nothing you need to do now; you will be told the result.");
}
