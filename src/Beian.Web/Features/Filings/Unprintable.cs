using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Printing;

namespace Beian.Web.Features.Filings;

/// <summary>
/// Characters no font here has (rare ones in names and places): the filer is told at entry, honestly and without being stopped. On paper a
/// box with the character's number stands for each; what is kept and shown on the screen is the character itself.
/// </summary>
public static class Unprintable
{
    /// <summary>The code of the problem.</summary>
    public const string Code = "unprintable";

    /// <summary>A soft problem for each answer on the sheets with such a character.</summary>
    public static IEnumerable<Problem> In(Pack pack, Evaluation evaluation, SheetPrinter printer)
    {
        var printed = pack.Sheets.SelectMany(s => s.Fields).ToHashSet(StringComparer.Ordinal);
        if (printed.Count == 0)
            yield break;
        foreach (var (control, text) in evaluation.Answers)
        {
            if (
                pack.Form.FindByControl(control) is not { } field
                || !printed.Contains(field.Code)
                || !evaluation.Relevant.Contains(field.Code)
            )
                continue;
            if (text.All(IsCommon) || printer.Fonts.NotCovered(text) is not { Count: > 0 } missing)
                continue;
            var shown = string.Join(' ', missing.Take(5).Select(r => $"“{r}”（U+{r.Value:X4}）"));
            var shownInEnglish = string.Join(' ', missing.Take(5).Select(r => $"“{r}” (U+{r.Value:X4})"));
            yield return new(
                control,
                Code,
                new(
                    $"{shown} 暂时打印不出来：打印时以方框和编号代替。可以照常保存和上报，系统内保存的是原字。",
                    $"{shownInEnglish} cannot be printed yet: a box with its number stands for it on the sheet. You can save and submit; the character itself is kept."
                ),
                ProblemLevel.Soft
            );
        }
    }

    /// <summary>What every Chinese font has (the characters of GB 13000.1's first block, letters, digits): for it no font needs to be read.</summary>
    private static bool IsCommon(char c) => c is '\n' or >= ' ' and <= '~' or >= '\u4E00' and <= '\u9FA5' or '（' or '）' or '，' or '。';
}
