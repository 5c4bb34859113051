using Beian.Definitions;

namespace Beian.Web.Features.Filings;

/// <summary>What the page says above the form about the last thing that happened.</summary>
/// <param name="Kind">success, warning or danger.</param>
public sealed record FormNotice(string Kind, LocalizedText Title, LocalizedText Text)
{
    public static FormNotice SavedDraft { get; } =
        new(
            "success",
            new("已保存（暂存）", "Saved as a draft"),
            new(
                "保存不等于上报：请填写完整、上传材料后点击“上报”。",
                "Saving does not submit: complete the form, upload the files, then press Submit."
            )
        );

    /// <summary>A filing made from what is registered.</summary>
    public static FormNotice Started { get; } =
        new(
            "success",
            new("已按现有登记填好", "Filled in from what is registered"),
            new(
                "请修改有变化的内容，上传需要的材料，保存后点击“上报”。",
                "Change what has changed, upload what is asked for, save, then press Submit."
            )
        );

    /// <summary>Somebody wants to start one while another is open.</summary>
    public static FormNotice AlreadyOpen { get; } =
        new(
            "warning",
            new("这份登记已有一件正在办理", "Something is under way for this entry already"),
            new(
                "一份登记一次只办一件。请办完这一件，或者撤回以后再办其他的。",
                "An entry has one at a time: finish this one, or withdraw it first."
            )
        );

    public static FormNotice SavedWithoutAccount { get; } =
        new(
            "warning",
            new("已保存，账号尚未建立", "Saved; the account is not made yet"),
            new(
                "填写的内容已保存在服务器上，本浏览器 7 天内可以继续填写。请更正下列用户信息后再次保存，以建立账号。文件和密码需要时请重新填写。",
                "What you filled in is kept; this browser can continue within 7 days. Please correct the account details below and save again to make the account. The password has to be typed again."
            )
        );

    public static FormNotice NotSubmitted { get; } =
        new(
            "warning",
            new("已保存，尚未上报", "Saved, not submitted"),
            new("请改正下列各处后再点击“上报”。", "Please correct what is listed below, then press Submit again.")
        );

    /// <summary>The same for a form that is one step of a way.</summary>
    public static FormNotice StepNotDone { get; } =
        new(
            "warning",
            new("已保存，还不能进入下一步", "Saved; not ready for the next step"),
            new("请改正下列各处后再点击“保存并下一步”。", "Please correct what is listed below, then press Save and continue again.")
        );

    public static FormNotice WorkingCopy { get; } =
        new(
            "warning",
            new(
                "已保存为工作稿，机关看到的仍是上次上报的内容",
                "Saved as a working copy; the authority still sees what you last submitted"
            ),
            new(
                "改正下列各处并再次保存后，将自动上报新的版本。",
                "Once what is listed below is corrected and saved, the new version is sent by itself."
            )
        );

    /// <summary>What is printed has changed since it was signed.</summary>
    /// <param name="revision">The revision the authority goes on seeing.</param>
    public static FormNotice NeedsSignature(int revision) =>
        new(
            "warning",
            new($"已保存为工作稿，机关看到的仍是第 {revision} 版", $"Saved as a working copy; the authority still sees version {revision}"),
            new(
                "要打印的内容有改动：请重新打印，签字盖章后上传扫描件，核对无误即自动上报新的版本。",
                "What the sheet prints has changed: please print it again, sign and seal it and upload the scan; once it matches, the new version is sent by itself."
            )
        );

    public static FormNotice Resubmitted { get; } =
        new(
            "success",
            new("已保存并上报新的版本", "Saved and sent as a new version"),
            new("机关将审核最新上报的内容。", "The authority reviews what you sent last.")
        );

    public static FormNotice Unchanged { get; } =
        new(
            "success",
            new("没有改动", "Nothing was changed"),
            new("内容与已上报的一致，没有重复上报。", "It is what you submitted already; nothing was sent again.")
        );

    public static FormNotice Stale { get; } =
        new(
            "warning",
            new("页面已过期，内容没有丢失", "The page had expired; nothing is lost"),
            new(
                "您填写的内容都在下面，尚未保存，请再点一次“保存”。选择过的文件和密码请重新填写。",
                "Everything you typed is below but not saved yet: please press Save once more. Chosen files and the password have to be given again."
            )
        );

    public static FormNotice Refreshed { get; } =
        new("success", new("已按填写的内容刷新", "Updated"), new("内容尚未保存。", "Nothing has been saved yet."));

    public static FormNotice Restored { get; } =
        new(
            "success",
            new("已恢复未保存的填写内容", "Your unsaved typing is back"),
            new("请核对后点击“保存”。", "Please check it, then press Save.")
        );

    public static FormNotice Busy { get; } =
        new(
            "danger",
            new("暂未保存", "Not saved"),
            new(
                "同一网络地址在短时间内新建的未注册草稿过多。内容都在下面，请填写正确的用户信息后保存，或稍后再试。",
                "Too many drafts without an account were started from your network address. What you typed is below: give valid account details and save, or try again later."
            )
        );
}
