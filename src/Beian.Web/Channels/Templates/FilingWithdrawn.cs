using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>The filer took the filing back.</summary>
public sealed class FilingWithdrawn(Settings settings) : FilingTemplate(settings)
{
    public override string Name => "filing-withdrawn";

    protected override LocalizedText Happened { get; } = new("已撤回", "withdrawn");

    protected override void Write(Letter letter, FilingMail mail) =>
        letter
            .Say("您的备案已撤回，不再审核。", "Your filing has been withdrawn and will not be reviewed.")
            .Say("如果不是您本人操作，请立即修改密码。", "If this was not you, please change your password at once.");
}
