namespace Beian.Definitions.Expressions;

/// <summary>An operator between two operands.</summary>
/// <param name="Symbol">How it is written.</param>
/// <param name="Precedence">How tightly it binds; see <see cref="Precedence"/>.</param>
internal sealed record Operator(string Symbol, int Precedence)
{
    /// <summary>All of them; <c>==</c> is read as <c>=</c>.</summary>
    public static IReadOnlyDictionary<string, Operator> All { get; } =
        new[]
        {
            new Operator("or", Expressions.Precedence.Or),
            new Operator("and", Expressions.Precedence.And),
            new Operator("=", Expressions.Precedence.Comparison),
            new Operator("!=", Expressions.Precedence.Comparison),
            new Operator("<", Expressions.Precedence.Comparison),
            new Operator("<=", Expressions.Precedence.Comparison),
            new Operator(">", Expressions.Precedence.Comparison),
            new Operator(">=", Expressions.Precedence.Comparison),
            new Operator("+", Expressions.Precedence.Sum),
            new Operator("-", Expressions.Precedence.Sum),
            new Operator("*", Expressions.Precedence.Product),
            new Operator("/", Expressions.Precedence.Product),
            new Operator("%", Expressions.Precedence.Product),
            new Operator("??", Expressions.Precedence.Default),
        }.ToDictionary(o => o.Symbol);

    /// <summary>The operator a token is; null where it is none.</summary>
    public static Operator? Of(Token token) =>
        token.Kind is TokenKind.Symbol or TokenKind.Name ? All.GetValueOrDefault(token.Text == "==" ? "=" : token.Text) : null;

    /// <summary>The least precedence of a right operand without brackets; only <c>??</c> groups from the right.</summary>
    public int RightPrecedence => Precedence == Expressions.Precedence.Default ? Precedence : Precedence + 1;
}

/// <summary>How tightly things bind, loosest first.</summary>
internal static class Precedence
{
    public const int Or = 1;
    public const int And = 2;
    public const int Not = 3;
    public const int Comparison = 4;
    public const int Sum = 5;
    public const int Product = 6;
    public const int Negation = 7;

    /// <summary><c>a ?? 0 + b ?? 0</c> is <c>(a ?? 0) + (b ?? 0)</c>: a default belongs to the name it stands behind.</summary>
    public const int Default = 8;

    public const int Operand = 9;
}
