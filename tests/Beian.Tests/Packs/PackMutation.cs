namespace Beian.Tests.Packs;

/// <summary>Changes the text of a file as people and machines do: signs, lines, indentation, words, expressions.</summary>
internal static class PackMutation
{
    private const string Signs = "{}[]:,&*!|>'\"%@`#-? \n\t\0\uFEFF中（＝a1.()=<+/\\\u2028\uD842";

    private static readonly string[] _pieces =
    [
        "&a ",
        "*a",
        "!!str ",
        "<<: *a",
        "---\n",
        "...\n",
        "- ",
        ": ",
        "? ",
        "| \n",
        "> \n",
        "[[[[[[[[",
        "{{{{{{{{",
        "not not not ",
        "((((((((",
        " and kind = 'nobody'",
        " or route",
        "if(true, 1, 'x')",
        "mid(uscc, -1, 99999999999)",
        "date('9999-99-99')",
        " ?? ?? ",
        "sum(uscc)",
        "99999999999999999999999999999999999999999",
        "\uFEFF",
        "\u0000",
        "true",
        "~",
        "null",
        "2020-02-30",
        "-5",
        "  ",
    ];

    /// <summary>The text after some random changes.</summary>
    public static string Change(string text, Random random, int times)
    {
        for (var i = 0; i < times; i++)
            text = random.Next(9) switch
            {
                0 => Splice(text, random, random.Next(1, 40), ""),
                1 => Splice(text, random, 0, Noise(random)),
                2 => Splice(text, random, random.Next(0, 6), _pieces[random.Next(_pieces.Length)]),
                3 => Splice(text, random, 0, Part(text, random)),
                4 => Lines(text, random, (lines, at) => lines.RemoveAt(at)),
                5 => Lines(text, random, (lines, at) => lines.Insert(random.Next(lines.Count), lines[at])),
                6 => Lines(text, random, (lines, at) => lines[at] = new string(' ', random.Next(0, 12)) + lines[at].TrimStart()),
                7 => Lines(text, random, (lines, at) => (lines[at], lines[^1]) = (lines[^1], lines[at])),
                _ => Value(text, random),
            };
        return text;
    }

    private static string Splice(string text, Random random, int remove, string insert)
    {
        var at = random.Next(text.Length + 1);
        return text[..at] + insert + text[Math.Min(text.Length, at + remove)..];
    }

    private static string Part(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        return text[at..Math.Min(text.Length, at + random.Next(200))];
    }

    private static string Lines(string text, Random random, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines, random.Next(lines.Count));
        return string.Join('\n', lines);
    }

    /// <summary>Another value behind a key.</summary>
    private static string Value(string text, Random random) =>
        Lines(
            text,
            random,
            (lines, at) =>
            {
                var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
                if (colon > 0)
                    lines[at] = lines[at][..(colon + 2)] + (random.Next(2) == 0 ? _pieces[random.Next(_pieces.Length)] : Noise(random));
            }
        );

    private static string Noise(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 8)).Select(_ => Signs[random.Next(Signs.Length)]));
}
