using Beian.Definitions;

namespace Beian.Web.Features.Filings;

/// <summary>
/// What a filer is told of the personal information in a form. Filing is a duty laid down by law, so no consent is asked for;
/// the event of a new account keeps which wording was shown.
/// </summary>
public static class PersonalInformationNotice
{
    /// <summary>The day of the wording; it changes whenever the wording does.</summary>
    public const string Version = "2026-11-21";

    public static LocalizedText Title { get; } = new("个人信息处理告知", "How personal information is handled");

    public static LocalizedText Purpose { get; } =
        new(
            "办理备案登记是法定事项，处理下列个人信息是为了受理、审核和公示这份备案，以及与您联系，不用于其他目的。",
            "Filing is laid down by law. The personal information below is handled to receive, review and publish this filing and to contact you, and for nothing else."
        );

    public static LocalizedText Scope { get; } =
        new(
            "处理的内容：法定代表人或负责人的姓名、证件类型和号码，联系电话、电子邮箱，以及您上传的材料。证件号码加密保存，任何时候都不公开；姓名、邮箱和联系电话也不公开。",
            "What is handled: name, document type and document number of the legal representative or principal, telephone, e-mail, and the files you upload. Document numbers are stored encrypted and never published; names, e-mail and telephone are not published either."
        );

    /// <summary>Who handles it, and whom to ask.</summary>
    /// <param name="authority">The filing authority's name.</param>
    /// <param name="phone">Its telephone; null where none is known.</param>
    public static LocalizedText Responsible(string authority, string? phone) =>
        phone is null
            ? new(
                $"由本平台和您选择的备案登记机关（{authority}）处理。查询、更正个人信息或有疑问，请联系该机关。",
                $"It is handled by this platform and the filing authority you chose ({authority}). To see or correct it, or with any question, please contact that authority."
            )
            : new(
                $"由本平台和您选择的备案登记机关（{authority}）处理。查询、更正个人信息或有疑问，请联系该机关，电话 {phone}。",
                $"It is handled by this platform and the filing authority you chose ({authority}). To see or correct it, or with any question, please contact that authority, telephone {phone}."
            );
}
