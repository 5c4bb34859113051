using System.Text.RegularExpressions;

namespace Beian.Definitions.Codes;

/// <summary>A kind of personal document (有效证件).</summary>
/// <param name="Code">Its code in answers.</param>
/// <param name="Name">Its name.</param>
public sealed partial record IdDocument(string Code, LocalizedText Name)
{
    /// <summary>居民身份证.</summary>
    public static IdDocument IdentityCard { get; } = new("identity-card", new LocalizedText("居民身份证", "Resident identity card"));

    /// <summary>护照.</summary>
    public static IdDocument Passport { get; } = new("passport", new LocalizedText("护照", "Passport"));

    /// <summary>港澳居民来往内地通行证.</summary>
    public static IdDocument HkMacaoPermit { get; } =
        new("hk-macao-permit", new LocalizedText("港澳居民来往内地通行证", "Mainland travel permit for Hong Kong and Macao residents"));

    /// <summary>台湾居民来往大陆通行证.</summary>
    public static IdDocument TaiwanPermit { get; } =
        new("taiwan-permit", new LocalizedText("台湾居民来往大陆通行证", "Mainland travel permit for Taiwan residents"));

    /// <summary>港澳台居民居住证.</summary>
    public static IdDocument ResidencePermit { get; } =
        new("residence-permit", new LocalizedText("港澳台居民居住证", "Residence permit for Hong Kong, Macao and Taiwan residents"));

    /// <summary>外国人永久居留身份证.</summary>
    public static IdDocument ForeignerCard { get; } =
        new("foreigner-card", new LocalizedText("外国人永久居留身份证", "Foreigner's permanent residence card"));

    /// <summary>All kinds, in the order in which they are offered.</summary>
    public static IReadOnlyList<IdDocument> All => _all;

    private static readonly IdDocument[] _all = [IdentityCard, Passport, HkMacaoPermit, TaiwanPermit, ResidencePermit, ForeignerCard];

    /// <summary>The kind of a code; null where there is none.</summary>
    public static IdDocument? Of(string code) => Array.Find(_all, d => d.Code == code);

    /// <summary>A number of any kind: half-width, without spaces and hyphens, upper case.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>What is wrong with a normalised number of this kind; null when it is well-formed.</summary>
    public CodeFault? Check(string number) =>
        Code switch
        {
            "identity-card" => Codes.IdentityCard.Check(number),
            "passport" => Form(PassportForm(), number, "护照号为 5–17 位字母和数字", "a passport number has 5 to 17 letters and digits"),
            "hk-macao-permit" => Form(
                HkMacaoForm(),
                number,
                "通行证号为 H 或 M 加 8 位或 10 位数字",
                "the permit number is H or M and 8 or 10 digits"
            ),
            "taiwan-permit" => Form(TaiwanForm(), number, "通行证号为 8 位或 10 位数字", "the permit number has 8 or 10 digits"),
            "residence-permit" => CheckResidencePermit(number),
            _ => CheckForeignerCard(number),
        };

    /// <summary>What is wrong with the age of the holder on a day; null where the number says no age.</summary>
    public CodeFault? CheckAge(string number, DateOnly today) =>
        this == IdentityCard || this == ResidencePermit ? Codes.IdentityCard.CheckAge(number, today) : null;

    private static CodeFault? CheckResidencePermit(string number) =>
        Codes.IdentityCard.Check(number)
        ?? (
            number[..2] is "81" or "82" or "83"
                ? null
                : CodeFault.Of("form", "港澳台居民居住证号以 81、82 或 83 开头。", "A residence permit number begins with 81, 82 or 83.")
        );

    // 15 characters until 2023; since then 18, beginning with 9, with the check character of identity cards.
    private static CodeFault? CheckForeignerCard(string number) =>
        number.StartsWith('9')
            ? Codes.IdentityCard.CheckFormAndCheckCharacter(number)
            : Form(
                ForeignerForm(),
                number,
                "证件号为 3 位字母加 12 位数字，或以 9 开头的 18 位",
                "the card number is 3 letters and 12 digits, or 18 characters beginning with 9"
            );

    private static CodeFault? Form(Regex form, string number, string zh, string en) =>
        form.IsMatch(number) ? null : CodeFault.Of("form", $"格式不对：{zh}。", $"The form is wrong: {en}.");

    [GeneratedRegex(@"^[A-Z0-9]{5,17}\z")]
    private static partial Regex PassportForm();

    [GeneratedRegex(@"^[HM][0-9]{8}([0-9]{2})?\z")]
    private static partial Regex HkMacaoForm();

    [GeneratedRegex(@"^[0-9]{8}([0-9]{2})?\z")]
    private static partial Regex TaiwanForm();

    [GeneratedRegex(@"^[A-Z]{3}[0-9]{12}\z")]
    private static partial Regex ForeignerForm();
}
