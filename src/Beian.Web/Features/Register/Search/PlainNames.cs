namespace Beian.Web.Features.Register.Search;

/// <summary>
/// <see cref="SearchText.Normalise"/> of names that have nothing but Chinese characters, ASCII and its full-width forms, as by far most have: what Unicode's
/// tables say of these is known without asking them.
/// </summary>
internal static class PlainNames
{
    private const int Longest = 300;

    /// <summary>The name as it is compared; null where it has other characters.</summary>
    public static string? Normalise(string text)
    {
        if (text.Length > Longest)
            return null;
        Span<char> kept = stackalloc char[text.Length];
        var length = 0;
        var space = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\u3000')
            {
                space = true;
                continue;
            }
            if (FormOf(c) is var form && form == default)
                return null;
            if (space && length > 0 && kept[length - 1] < 0x2E80 && form < 0x2E80)
                kept[length++] = ' ';
            space = false;
            kept[length++] = form;
        }
        kept = kept[..length];
        return kept.SequenceEqual(text) ? text : new string(kept);
    }

    /// <summary>How a character is compared; none where that is not known here.</summary>
    private static char FormOf(char c)
    {
        if (c is >= '\u4E00' and <= '\u9FFF')
            return c;
        if (c is >= '\uFF01' and <= '\uFF5E')
            c -= '\uFEE0';
        return c switch
        {
            >= 'A' and <= 'Z' => (char)(c | 0x20),
            '[' or '{' => '(',
            ']' or '}' => ')',
            '`' => '\'',
            > ' ' and <= '~' => c,
            _ => default,
        };
    }
}
