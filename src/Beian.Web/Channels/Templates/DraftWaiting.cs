using System.Globalization;
using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>草稿未上报: a draft was left for a day. Sent once a draft.</summary>
public sealed class DraftWaiting(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "draft-waiting";

    protected override LocalizedText Happened { get; } = new("草稿未上报", "draft not submitted yet");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say(
                $"您的备案已保存，但还没有上报，{mail.Authority.Name}看不到它，也不会开始审核。",
                $"Your filing is saved but has not been submitted: {mail.Authority.Name} cannot see it and does not review it."
            )
            .Tell("最后保存", "Last saved", mail.SavedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            .Gap()
            .Say(
                "下一步：登录后补齐内容和附件，点击“上报”。已填写的内容都还在。",
                "Next: sign in, complete the form and its attachments and press 上报 (submit). Nothing you filled in is lost."
            )
            .Say(
                "不再办理的，可以登录后撤回。这份草稿只提醒这一次。",
                "If you no longer need it, sign in and withdraw it. There is no further reminder of this draft."
            );
}
