using System.Globalization;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>Limits that ran out: to the officers of the authority and of the one above it.</summary>
public sealed class FilingsLate(Settings settings) : MailTemplate<LateMail>
{
    public override string Name => "filings-late";

    protected override Letter Write(LateMail mail)
    {
        var count = mail.Groups.Sum(g => g.Count);
        var letter = new Letter(new($"备案审核逾期 {count} 件", count == 1 ? "1 filing is overdue" : $"{count} filings are overdue"))
            .Say($"{mail.Authority}：", $"{mail.Authority},")
            .Gap()
            .Say("以下备案已超过审核期限，尚未办结：", "The following filings have passed their due date and are not decided:");
        foreach (var group in mail.Groups)
        {
            letter.Gap().Say($"{group.Authority}：{group.Count} 件", $"{group.Authority}: {group.Count}");
            foreach (var item in group.Items)
            {
                var day = item.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                letter.Say(
                    $"· {day}　{item.Enterprise}（系统编号 {item.Number}）",
                    $"- {day} {item.Enterprise} (system number {item.Number})"
                );
            }
        }
        return letter
            .Gap()
            .Tell("网址", "Address", settings.PublicUrl.Length > 0 ? settings.PublicUrl.TrimEnd('/') + mail.Path : null)
            .Say(
                "每一期限只通知一次；全部逾期的备案在“备案审核”中。",
                "Each limit is told once; everything that is overdue stands in the queue."
            );
    }
}
