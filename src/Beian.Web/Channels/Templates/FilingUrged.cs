using System.Globalization;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>催办: to the officers with whom a filing waits.</summary>
public sealed class FilingUrged(Settings settings) : MailTemplate<FilingMail>
{
    public override string Name => "filing-urged";

    protected override Letter Write(FilingMail mail)
    {
        var (zh, en) = mail.Kind is { } kind
            ? ($"{mail.Service.Zh}（{kind.Zh}）", $"{mail.Service.En} ({kind.En})")
            : (mail.Service.Zh, mail.Service.En);
        return new Letter(new($"企业催办：{mail.Enterprise}", $"An enterprise asks about its filing: {mail.Enterprise}"))
            .Say($"{mail.Authority.Name}：", $"{mail.Authority.Name},")
            .Gap()
            .Say("企业催办下列事项，请及时办理：", "The enterprise asks for a decision on:")
            .Tell("企业", "Enterprise", mail.Enterprise)
            .Say($"业务：{zh}", $"Service: {en}")
            .Tell("系统编号", "System number", mail.Number)
            .Tell("上报日期", "Submitted", Day(mail.SavedOn))
            .Tell("办理期限", "Due", Day(mail.DueOn))
            .Tell("网址", "Address", settings.PublicUrl.Length > 0 ? settings.PublicUrl.TrimEnd('/') + mail.Path : null);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
