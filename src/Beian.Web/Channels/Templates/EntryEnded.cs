using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>撤销, 失效: the authority ended an entry, why, and what the enterprise may do against it.</summary>
public sealed class EntryEnded(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "entry-ended";

    protected override LocalizedText Happened { get; } = new("登记已不再有效", "the entry no longer holds");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say(
                $"{mail.Authority.Name}对您的登记作出决定：{mail.EntryState?.Zh}。",
                $"{mail.Authority.Name} decided on your entry: {mail.EntryState?.En}."
            )
            .Tell("登记表编号", "Register number", mail.EntryNumber)
            .Tell("原因", "Reason", mail.Reason)
            .Gap()
            .Say(mail.Notice?.Zh ?? "", mail.Notice?.En ?? "");
}
