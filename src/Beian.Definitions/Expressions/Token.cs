namespace Beian.Definitions.Expressions;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the source; always the last token.</summary>
    End,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>A name, a function's name or a word of the language.</summary>
    Name,

    /// <summary>An operator, a bracket or a comma.</summary>
    Symbol,
}

/// <summary>The smallest unit of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; of a text, what is between the quotes.</param>
/// <param name="Position">Offset in the source, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    /// <summary>Whether this is the symbol or the word of the language (never a text in quotes).</summary>
    public bool Is(string text) => Kind is TokenKind.Symbol or TokenKind.Name && Text == text;
}
