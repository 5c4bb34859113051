using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>A form that was sent and could not be saved, with what was typed.</summary>
/// <param name="Typed">What was typed, to be copied.</param>
/// <param name="Reason">Why it was not saved, and whom to ask.</param>
/// <param name="Keeping">Whether it can be restored later.</param>
public sealed record NotKept(Pack Pack, AnswerSet Typed, LocalizedText Reason, LocalizedText Keeping)
{
    /// <summary>The filing, where it was closed meanwhile; null: the visitor may not save it.</summary>
    public Guid? Closed { get; init; }

    public static LocalizedText ForAnHour { get; } =
        new(
            "这些内容为您保留一小时：取得权限以后再打开这张表，可以恢复。",
            "It is kept for an hour: open the form again once you may file, and you can restore it."
        );

    public static LocalizedText OfAnotherAccount { get; } =
        new(
            "这张表不是用现在的账号打开的，不能为您保留；需要的，请复制。",
            "This form was not opened with the account you are signed in with, so it cannot be kept for you. Please copy what you need."
        );

    public static LocalizedText AfterTheEnd { get; } =
        new("这些内容不能为您保留；需要的，请复制。", "It cannot be kept for you; please copy what you need.");

    public static LocalizedText IsClosed { get; } =
        new(
            "您填写期间，这份备案已经办结，不能再修改。已审核通过的，可以办理变更。",
            "This filing was closed while you were typing and cannot be edited any more. If it was approved, you can file a change."
        );
}
