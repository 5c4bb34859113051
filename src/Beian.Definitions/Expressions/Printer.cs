using System.Text;

namespace Beian.Definitions.Expressions;

/// <summary>
/// Writes a tree as canonical source: one space around operators, brackets only where they are needed, <c>=</c> for <c>==</c>.
/// What it writes is read as the same tree, and its tokens are never longer than those it came from.
/// </summary>
internal static class Printer
{
    public static string Print(Node tree)
    {
        var text = new StringBuilder();
        Print(text, tree, Precedence.Or);
        return text.ToString();
    }

    private static void Print(StringBuilder text, Node node, int least)
    {
        // A minus may follow any operator without brackets.
        var inBrackets = node is not NegateNode && PrecedenceOf(node) < least;
        if (inBrackets)
            text.Append('(');
        switch (node)
        {
            case LiteralNode literal:
                text.Append(literal.Value.Kind == ValueKind.Text ? Quote(literal.Value.Text) : literal.Value.ToString());
                break;
            case NameNode name:
                text.Append(name.Name);
                break;
            case NotNode not:
                Print(text.Append("not "), not.Operand, Precedence.Not);
                break;
            case NegateNode minus:
                Print(text.Append('-'), minus.Operand, Precedence.Negation);
                break;
            case BinaryNode binary:
                Print(text, binary);
                break;
            case CallNode call:
                Print(text, call);
                break;
            default:
                throw new InvalidOperationException($"No way to print {node}.");
        }
        if (inBrackets)
            text.Append(')');
    }

    private static void Print(StringBuilder text, BinaryNode node)
    {
        // Comparisons never chain and ?? groups from the right; the others group from the left.
        var chains = node.Operator.Precedence is not (Precedence.Comparison or Precedence.Default);
        PrintLeft(text, node.Left, chains ? node.Operator.Precedence : node.Operator.Precedence + 1);
        text.Append(' ').Append(node.Operator.Symbol).Append(' ');
        Print(text, node.Right, node.Operator.RightPrecedence);
    }

    // On the left of ??, a minus would take the ?? for its own.
    private static void PrintLeft(StringBuilder text, Node node, int least)
    {
        if (node is NegateNode && least > Precedence.Negation)
            Print(text.Append('('), node, Precedence.Or);
        else
            Print(text, node, least);
        if (node is NegateNode && least > Precedence.Negation)
            text.Append(')');
    }

    private static void Print(StringBuilder text, CallNode node)
    {
        text.Append(node.Function).Append('(');
        for (var i = 0; i < node.Arguments.Count; i++)
            Print(i == 0 ? text : text.Append(", "), node.Arguments[i], Precedence.Or);
        text.Append(')');
    }

    private static string Quote(string text)
    {
        var quote = text.Count(c => c == '\'') > text.Count(c => c == '"') ? '"' : '\'';
        return quote + text.Replace(quote.ToString(), new string(quote, 2), StringComparison.Ordinal) + quote;
    }

    private static int PrecedenceOf(Node node) =>
        node switch
        {
            BinaryNode binary => binary.Operator.Precedence,
            NotNode => Precedence.Not,
            NegateNode => Precedence.Negation,
            _ => Precedence.Operand,
        };
}
