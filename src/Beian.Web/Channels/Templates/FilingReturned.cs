using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>退回补正: why, field by field, and what to do.</summary>
public sealed class FilingReturned(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-returned";

    protected override LocalizedText Happened { get; } = new("退回补正", "returned for correction");

    protected override void Write(Letter letter, FilingMail mail)
    {
        letter
            .Say($"{mail.Authority.Name}已将您的备案退回补正。", $"{mail.Authority.Name} has returned your filing for correction.")
            .Tell("退回原因", "Reason", mail.Reason);
        foreach (var point in mail.Points)
            letter.Say($"· {point.Label.Zh}：{point.Text}", $"- {point.Label.En}: {point.Text}");
        letter
            .Gap()
            .Say(
                "请登录后按上述意见修改，再次点击“上报”。已填写的内容都还在。",
                "Please sign in, correct it and press 上报 (submit) again. Nothing you filled in is lost."
            );
    }
}
