namespace Beian.Definitions.Expressions;

/// <summary>Cuts the source into tokens. Stops at the first character that fits nowhere.</summary>
internal sealed class Lexer
{
    /// <summary>How many characters an expression may have, spaces between tokens not counted.</summary>
    public const int MaxLength = 2000;

    private static readonly string[] Symbols = ["??", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "=", "<", ">", "(", ")", ","];

    // What authors bring along from other languages and from Chinese keyboards, and how it is written here.
    private static readonly (string Foreign, string Ours)[] Foreign =
    [
        ("&&", "and"),
        ("||", "or"),
        ("<>", "!="),
        ("&", "+"),
        ("|", "or"),
        ("≠", "!="),
        ("≤", "<="),
        ("≥", ">="),
        ("×", "*"),
        ("÷", "/"),
        ("“", "\""),
        ("”", "\""),
        ("‘", "'"),
        ("’", "'"),
        ("、", ","),
    ];

    private readonly string _source;
    private readonly List<Token> _tokens = [];
    private int _at;
    private int _length;
    private ExpressionFault? _fault;

    private Lexer(string source) => _source = source;

    /// <summary>The tokens up to the first fault, and the fault.</summary>
    public static (IReadOnlyList<Token> Tokens, ExpressionFault? Fault) Read(string source)
    {
        var lexer = new Lexer(source);
        while (lexer._fault is null && lexer._at < source.Length)
            lexer.ReadOne();
        lexer._tokens.Add(new Token(TokenKind.End, "", source.Length));
        return (lexer._tokens, lexer._fault);
    }

    private char Next(int ahead = 0) => _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    private void ReadOne()
    {
        var start = _at;
        if (char.IsWhiteSpace(Next()))
            _at++;
        else if (char.IsAsciiLetter(Next()))
            ReadName();
        else if (char.IsAsciiDigit(Next()))
            ReadNumber();
        else if (Next() is '\'' or '"')
            ReadText();
        else
            ReadSymbol();

        if (!char.IsWhiteSpace(_source[start]) && (_length += _at - start) > MaxLength)
            Fail(start, $"表达式太长，最多 {MaxLength} 个字符。", $"The expression is too long; {MaxLength} characters at most.");
    }

    // A hyphen belongs to a name only between two letters (last-year.x); a dot only before a letter.
    private void ReadName()
    {
        var start = _at++;
        while (
            char.IsAsciiLetterOrDigit(Next())
            || Next() == '_'
            || (Next() == '-' && char.IsAsciiLetter(_source[_at - 1]) && char.IsAsciiLetter(Next(1)))
            || (Next() == '.' && char.IsAsciiLetter(Next(1)))
        )
            _at++;
        Add(TokenKind.Name, _source[start.._at], start);
    }

    private void ReadNumber()
    {
        var start = _at;
        while (char.IsAsciiDigit(Next()) || (Next() == '.' && char.IsAsciiDigit(Next(1)) && !_source[start.._at].Contains('.')))
            _at++;
        if (char.IsAsciiLetter(Next()) || Next() is '.' or '_')
            Fail(start, "数字写得不对；只能是 12 或 12.5 这样。", "This is not a number; write 12 or 12.5.");
        Add(TokenKind.Number, _source[start.._at], start);
    }

    // A quote inside is written twice.
    private void ReadText()
    {
        var (start, quote) = (_at, Next());
        do
        {
            var end = _source.IndexOf(quote, _at + 1);
            if (end < 0)
            {
                _at = _source.Length;
                Fail(start, $"文本缺少结尾的引号 {quote}。", $"The text has no closing {quote}.");
                return;
            }
            _at = end + 1;
        } while (Next() == quote);

        var inside = _source[(start + 1)..(_at - 1)];
        Add(TokenKind.Text, inside.Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal), start);
    }

    private void ReadSymbol()
    {
        var rest = _source.AsSpan(_at);
        foreach (var (foreign, ours) in Foreign)
        {
            if (!rest.StartsWith(foreign, StringComparison.Ordinal))
                continue;
            Fail(_at, $"“{foreign}”在这里应写成 {ours} 。", $"Write {ours} instead of '{foreign}'.");
            return;
        }
        foreach (var symbol in Symbols)
        {
            if (!rest.StartsWith(symbol, StringComparison.Ordinal))
                continue;
            Add(TokenKind.Symbol, symbol, _at);
            _at += symbol.Length;
            return;
        }
        FailOnCharacter(rest[0]);
    }

    private void FailOnCharacter(char character)
    {
        if (character is >= '！' and <= '～')
        {
            var half = (char)(character - '！' + '!');
            Fail(_at, $"全角“{character}”应写成半角 {half} 。", $"Write the half-width {half} instead of the full-width '{character}'.");
        }
        else if (character == '!')
            Fail(_at, "否定应写成 not 。", "Write not instead of '!'.");
        else if (char.IsLetter(character) || char.IsSurrogate(character))
            Fail(_at, "名称只用英文字母和数字；文本要放在引号里。", "Names are made of Latin letters and digits; a text goes in quotes.");
        else
            Fail(_at, $"不认识字符“{character}”。", $"The character '{character}' means nothing here.");
    }

    private void Add(TokenKind kind, string text, int position) => _tokens.Add(new Token(kind, text, position));

    private void Fail(int position, string zh, string en) => _fault ??= new ExpressionFault(position, new LocalizedText(zh, en));
}
