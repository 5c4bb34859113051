using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>After the first save: the account's name and what comes next. Never the password.</summary>
public sealed class AccountCreated(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "account-created";

    protected override LocalizedText Happened { get; } = new("账号已建立，备案尚未上报", "account created, filing not submitted yet");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say("您的填写内容已保存，账号已建立。", "What you filled in has been saved, and your account has been created.")
            .Tell("账户名称", "User name", mail.UserName)
            .Say(
                "密码是您自己设定的，本系统不会以任何方式发送密码。",
                "The password is the one you chose; the system never sends passwords."
            )
            .Gap()
            .Say(
                $"保存不等于上报，{mail.Authority.Name}现在还看不到您的备案。下一步：",
                $"Saving is not submitting: {mail.Authority.Name} cannot see your filing yet. Next:"
            )
            .Say(
                $"1. 登录后把内容填写完整，打印{mail.SheetName?.Zh ?? "登记表"}，签字盖章；",
                $"1. sign in, complete the form, print the {mail.SheetName?.En ?? "sheet"}, sign and seal it;"
            )
            .Say("2. 上传签字盖章的扫描件和其他材料；", "2. upload the scan and the other files;")
            .Say("3. 点击“上报”。", "3. press 上报 (submit).");
}
