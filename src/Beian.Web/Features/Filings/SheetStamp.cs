using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>
/// What a copy for signature says of itself, so that its scan can be matched to what was filed: in its QR code the filing, the revision and
/// the hash of the printed answers; below it a short code of that hash, to be typed where the QR cannot be read.
/// </summary>
/// <param name="Number">系统编号, 16 digits.</param>
/// <param name="Revision">The revision the copy is signed for: the one that was sent, or the one a 上报 will make.</param>
/// <param name="Sha256">Hash of the answers the sheets print, lower-case hexadecimal. What the authority adds is not in it.</param>
public sealed partial record SheetStamp(string Number, int Revision, string Sha256)
{
    private const int CodeLength = 8;

    // Without I, L, O and U, which hands and eyes confuse.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The short code as it is printed: eight characters in two groups (<c>7K3M-9Q2X</c>).</summary>
    public string Code
    {
        get
        {
            var bits = Convert.FromHexString(Sha256).Take(5).Aggregate(0UL, (sum, one) => sum << 8 | one);
            var code = string.Concat(Enumerable.Range(0, CodeLength).Select(i => Alphabet[(int)(bits >> 5 * (CodeLength - 1 - i) & 31)]));
            return $"{code[..4]}-{code[4..]}";
        }
    }

    /// <summary>The stamp of answers that apply.</summary>
    public static SheetStamp Of(Pack pack, string number, int revision, AnswerSet answers) =>
        new(number, revision, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PrintedOf(pack, answers).ToJson()))));

    /// <summary>The answers of the enterprise that the pack's sheets print: what the signature stands for.</summary>
    public static AnswerSet PrintedOf(Pack pack, AnswerSet answers)
    {
        var printed = pack.Sheets.SelectMany(s => s.Fields).ToHashSet(StringComparer.Ordinal);
        return answers.Without(control =>
            pack.Form.FindByControl(control) is not { FilledBy: FilledBy.Enterprise } field || !printed.Contains(field.Code)
        );
    }

    /// <summary>The text of the QR code; capitals and digits only, which keeps the code small.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"BEIAN1:{Number}:{Revision}:{Sha256.ToUpperInvariant()}");

    /// <summary>Reads what <see cref="Write"/> wrote; null for any other text.</summary>
    public static SheetStamp? Parse(string text) =>
        Written().Match(text) is { Success: true } match
            ? new(
                match.Groups["number"].Value,
                int.Parse(match.Groups["revision"].Value, CultureInfo.InvariantCulture),
                match.Groups["hash"].Value.ToLowerInvariant()
            )
            : null;

    /// <summary>Whether a typed code is this one; blanks, hyphens, small letters and confused characters are forgiven.</summary>
    public bool IsCode(string typed) => Tidy(typed) == Tidy(Code);

    private static string Tidy(string text) =>
        PlainText.AsCode(text).Replace('O', '0').Replace('I', '1').Replace('L', '1').Replace('U', 'V');

    [GeneratedRegex(@"\ABEIAN1:(?<number>[0-9]{16}):(?<revision>[0-9]{1,6}):(?<hash>[0-9A-F]{64})\z")]
    private static partial Regex Written();
}
