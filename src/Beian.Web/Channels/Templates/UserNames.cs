namespace Beian.Web.Channels.Templates;

/// <summary>The user names of an enterprise, to the address that was confirmed.</summary>
public sealed class UserNames : MailTemplate<UserNames.Mail>
{
    public override string Name => "user-names";

    protected override Letter Write(Mail mail)
    {
        var letter = new Letter(new("您的账户名称", "your user name"))
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say("您查询的账户名称如下。", "These are the user names you asked for.");
        foreach (var name in mail.Names)
            letter.Say(name, name);
        return letter
            .Gap()
            .Say("如果不是您本人查询，请忽略本邮件。", "If this was not you, please ignore this mail.")
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");
    }

    /// <summary>What it is made of.</summary>
    public sealed record Mail(string Name, IReadOnlyList<string> UserNames)
    {
        public IReadOnlyList<string> Names => UserNames;
    }
}
