using Beian.Definitions;

namespace Beian.Web.Channels.Templates;

/// <summary>What the mails about a mandate have in common.</summary>
public abstract class MandateTemplate : MailTemplate<MandateTemplate.Mail>
{
    protected abstract LocalizedText Subject { get; }

    /// <summary>What happened, and what is to be done.</summary>
    /// <param name="other">The enterprise on the other side.</param>
    protected abstract LocalizedText What(string other);

    protected sealed override Letter Write(Mail mail)
    {
        var what = What(mail.Other);
        return new Letter(Subject)
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say(what.Zh, what.En)
            .Tell("委托期限", "From and until", $"{mail.FirstDay:yyyy-MM-dd} – {mail.LastDay:yyyy-MM-dd}")
            .Gap()
            .Say("详情请登录平台，在“本企业 → 委托代办”中查看。", "Sign in and look under My enterprise, Mandates.")
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");
    }

    /// <summary>What it is made of.</summary>
    public sealed record Mail(string Name, string Other, DateOnly FirstDay, DateOnly LastDay);
}

/// <summary>An enterprise wants another to file for it.</summary>
public sealed class MandateOffered : MandateTemplate
{
    public override string Name => "mandate-offered";

    protected override LocalizedText Subject { get; } = new("有企业委托贵公司代办", "an enterprise wants you to file for it");

    protected override LocalizedText What(string other) =>
        new($"“{other}”委托贵公司代为办理事项，请决定是否接受。", $"“{other}” wants your company to file for it; please accept or refuse.");
}

/// <summary>The agency took it on.</summary>
public sealed class MandateAccepted : MandateTemplate
{
    public override string Name => "mandate-accepted";

    protected override LocalizedText Subject { get; } = new("代办委托已被接受", "your mandate was accepted");

    protected override LocalizedText What(string other) =>
        new(
            $"“{other}”已接受委托，在期限内可以为贵公司填报。贵公司可以随时终止。",
            $"“{other}” accepted and may file for your company within these days. You can end it at any time."
        );
}

/// <summary>One side ended it.</summary>
public sealed class MandateEnded : MandateTemplate
{
    public override string Name => "mandate-ended";

    protected override LocalizedText Subject { get; } = new("代办委托已终止", "a mandate has ended");

    protected override LocalizedText What(string other) =>
        new(
            $"“{other}”已终止（或没有接受）代办委托。已保存和上报的内容都留在委托企业。",
            $"“{other}” ended the mandate, or did not accept it. What was saved and submitted stays with the principal."
        );
}
