namespace Beian.Definitions.Packs.Nodes;

/// <summary>What the YAML parser complains of, in words for pack authors.</summary>
internal static class YamlMessages
{
    // A part of the parser's message → what to look at. The first that fits is taken.
    private static readonly (string Part, LocalizedText Message)[] _known =
    [
        (
            "expected ',' or '}'",
            new("花括号 { } 里缺少逗号，或者没有写完。", "A comma is missing within { }, or the braces are not closed.")
        ),
        (
            "expected ',' or ']'",
            new("方括号 [ ] 里缺少逗号，或者没有写完。", "A comma is missing within [ ], or the brackets are not closed.")
        ),
        (
            "found invalid mapping",
            new("文本里多了冒号，或者上面的括号、引号没有写完。", "A colon within a text, or a brace or quote above is not closed.")
        ),
        ("quoted scalar", new("引号没有成对。", "A quote is not closed.")),
        (
            "escape",
            new("双引号里的反斜杠写法不对；请改用单引号。", "The backslash in these double quotes means nothing; use single quotes.")
        ),
        (
            "apping values are not allowed",
            new("这里多了一个冒号；文本里有冒号时要加引号。", "A colon too many; a text with a colon goes in quotes.")
        ),
        ("could not find expected ':'", new("键的后面缺少冒号。", "There is no colon behind the key.")),
        ("expected key", new("缩进与上一行对不上，或者缺少键。", "The indentation does not fit the line before, or a key is missing.")),
        ("'-' indicator", new("缩进与列表的上一项对不上。", "The indentation does not fit the item before.")),
        (
            "equence entries are not allowed",
            new("列表项（-）不能写在这里；请另起一行。", "A list item (-) cannot stand here; begin a new line.")
        ),
        (
            "cannot start any token",
            new(
                "这里不能用这个字符；文本以 @ 或 ` 开头时要加引号。",
                "This character cannot stand here; a text that begins with @ or ` goes in quotes."
            )
        ),
    ];

    private static readonly LocalizedText _other = new(
        "这里不符合 YAML 的写法；请检查缩进、冒号后的空格、引号和括号。",
        "This is not valid YAML; look at the indentation, the blank behind each colon, quotes and brackets."
    );

    /// <summary>A tab for indentation, which the parser notices somewhere and says in many ways.</summary>
    public static LocalizedText Tab { get; } = new("缩进只能用空格，不能用制表符 Tab。", "Indent with spaces, not with tabs.");

    /// <summary>The message for what the parser threw.</summary>
    public static LocalizedText Of(Exception thrown) =>
        // Where a flow collection is not closed, the parser loses its own way.
        thrown is InvalidOperationException
            ? new("这里的花括号或方括号没有写完，或者缺少逗号。", "Braces or brackets here are not closed, or a comma is missing.")
            : _known.FirstOrDefault(k => thrown.Message.Contains(k.Part, StringComparison.OrdinalIgnoreCase)).Message ?? _other;
}
