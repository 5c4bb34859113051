using System.Globalization;

namespace Beian.Definitions.Expressions;

/// <summary>
/// Reads tokens into a tree (a Pratt parser). After the first fault it stands at the end of the source, so every loop ends;
/// nesting is capped, so the stack is safe.
/// </summary>
internal sealed class Parser
{
    /// <summary>How deep brackets, calls and prefixes may nest.</summary>
    public const int MaxDepth = 64;

    private static readonly Node Nothing = new LiteralNode(0, Value.Missing);

    private readonly IReadOnlyList<Token> _tokens;
    private int _at;
    private int _depth;
    private ExpressionFault? _fault;

    private Parser(IReadOnlyList<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    /// <summary>The tree, or the first fault.</summary>
    public static (Node? Tree, ExpressionFault? Fault) Read(string source)
    {
        var (tokens, fault) = Lexer.Read(source);
        if (fault is not null)
            return (null, fault);

        var parser = new Parser(tokens);
        var tree = parser.ReadExpression(Precedence.Or);
        if (parser.Current.Kind != TokenKind.End)
            parser.FailUnexpected();
        return parser._fault is null ? (tree, null) : (null, parser._fault);
    }

    private Node ReadExpression(int least)
    {
        if (++_depth > MaxDepth)
            return Fail(Current.Position, $"括号和函数套得太深，最多 {MaxDepth} 层。", $"Nested too deeply; {MaxDepth} levels at most.");

        var left = ReadOperand(least);
        var compared = false;
        while (Operator.Of(Current) is { } operation && operation.Precedence >= least)
        {
            if (compared && operation.Precedence == Precedence.Comparison)
                return Fail(
                    Current.Position,
                    "比较不能连着写；请写成 a < b and b < c 。",
                    "Comparisons cannot be chained; write a < b and b < c."
                );
            compared = operation.Precedence == Precedence.Comparison;
            var position = Take().Position;
            left = new BinaryNode(position, operation, left, ReadExpression(operation.RightPrecedence));
        }
        _depth--;
        return left;
    }

    private Node ReadOperand(int least)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return ReadNumber(Take());
            case TokenKind.Text:
                return new LiteralNode(Take().Position, Value.Of(token.Text));
            case TokenKind.Name when !token.Is("and") && !token.Is("or"):
                return ReadWord(least);
            case TokenKind.Symbol when token.Is("-"):
                Take();
                return new NegateNode(token.Position, ReadExpression(Precedence.Negation));
            case TokenKind.Symbol when token.Is("("):
                Take();
                var inside = ReadExpression(Precedence.Or);
                Expect(")");
                return inside;
            default:
                return FailUnexpected();
        }
    }

    private Node ReadNumber(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new LiteralNode(token.Position, Value.Of(number))
            : Fail(token.Position, "数字太大。", "The number is too large.");

    private Node ReadWord(int least)
    {
        var token = Take();
        if (token.Is("true") || token.Is("false"))
            return new LiteralNode(token.Position, Value.Of(token.Is("true")));
        if (!token.Is("not"))
            return Current.Is("(") ? ReadCall(token) : new NameNode(token.Position, token.Text);
        if (least > Precedence.Not)
            return Fail(token.Position, "这里的 not 要放进括号：(not …)。", "Put brackets around this not: (not …).");
        return new NotNode(token.Position, ReadExpression(Precedence.Not));
    }

    private CallNode ReadCall(Token function)
    {
        var arguments = new List<Node>();
        Take();
        if (!Current.Is(")"))
            do arguments.Add(ReadExpression(Precedence.Or));
            while (TryTake(","));
        Expect(")");
        return new CallNode(function.Position, function.Text, arguments);
    }

    private Token Take() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    private bool TryTake(string symbol)
    {
        var found = Current.Is(symbol);
        if (found)
            Take();
        return found;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(symbol))
            Fail(Current.Position, $"这里缺少 {symbol} 。", $"'{symbol}' is missing here.");
    }

    private Node FailUnexpected() =>
        Current.Kind == TokenKind.End
            ? Fail(Current.Position, "表达式没有写完。", "The expression ends too early.")
            : Fail(Current.Position, $"这里不该出现“{Current.Text}”。", $"'{Current.Text}' is not expected here.");

    private Node Fail(int position, string zh, string en)
    {
        _fault ??= new ExpressionFault(position, new LocalizedText(zh, en));
        _at = _tokens.Count - 1;
        return Nothing;
    }
}
