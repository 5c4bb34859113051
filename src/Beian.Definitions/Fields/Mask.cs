namespace Beian.Definitions.Fields;

/// <summary>Hides the middle of a personal number (个人信息保护法; the form is <c>110***********002X</c>).</summary>
public static class Mask
{
    /// <summary>Keeps the first three and last four characters; of shorter numbers (passports) less, so that most is hidden, of names the first only.</summary>
    public static string Number(string text) =>
        text.Length switch
        {
            0 => text,
            < 9 => text[..1] + new string('*', text.Length - 1),
            < 15 => text[..1] + new string('*', text.Length - 3) + text[^2..],
            _ => text[..3] + new string('*', text.Length - 7) + text[^4..],
        };
}
