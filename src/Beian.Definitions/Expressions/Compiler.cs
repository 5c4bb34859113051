namespace Beian.Definitions.Expressions;

/// <summary>Resolves names, checks kinds and turns a tree into closures. Collects every fault it meets.</summary>
internal sealed class Compiler
{
    private const string Attachments = "attachments.";

    private readonly ExpressionNames _names;
    private readonly List<ExpressionFault> _faults;
    private readonly List<string> _uses;

    // Inside the rows of a table: what is outside, and which names are the row's own.
    private readonly Compiler? _outer;
    private readonly string _table = "";
    private readonly IReadOnlyDictionary<string, ValueKind>? _own;

    public Compiler(ExpressionNames names) => (_names, _faults, _uses) = (names, [], []);

    private Compiler(Compiler outer, string table)
    {
        (_outer, _table, _own) = (outer, table, outer._names.Tables[table]);
        (_faults, _uses) = (outer._faults, outer._uses);
        var visible = new Dictionary<string, ValueKind>(outer._names.Names);
        foreach (var (name, kind) in _own)
            visible[name] = kind;
        _names = outer._names with { Names = visible };
    }

    /// <summary>What is wrong, in the order of the source.</summary>
    public IReadOnlyList<ExpressionFault> Faults => [.. _faults.OrderBy(f => f.Position)];

    /// <summary>The names used, each once, in the order of their first use.</summary>
    public IReadOnlyList<string> Uses => _uses;

    /// <summary>Whether <c>today()</c> is used.</summary>
    public bool UsesToday { get; private set; }

    /// <summary>Compiles a node and what is below it.</summary>
    public Compiled Compile(Node node) =>
        node switch
        {
            LiteralNode literal => new Compiled(literal.Value.Kind, _ => literal.Value),
            NameNode name => Name(name),
            NotNode not => Not(Expect(not.Operand, ValueKind.Boolean)),
            NegateNode minus => Negate(Expect(minus.Operand, ValueKind.Number)),
            BinaryNode binary => Binaries.Compile(this, binary),
            CallNode call => Calls.Compile(this, call),
            _ => throw new InvalidOperationException($"No way to compile {node}."),
        };

    /// <summary>Compiles a node that must be of a kind.</summary>
    public Compiled Expect(Node node, ValueKind kind)
    {
        var compiled = Compile(node);
        if (compiled.Kind == kind)
            return compiled;
        if (compiled.Kind != ValueKind.Missing)
            Fail(
                node.Position,
                $"这里要{Kinds.Zh(kind)}，得到的是{Kinds.Zh(compiled.Kind)}。{Kinds.HintZh(node, kind)}",
                $"Expected {Kinds.En(kind)}, found {Kinds.En(compiled.Kind)}.{Kinds.HintEn(node, kind)}"
            );
        return new Compiled(kind, _ => Value.Missing);
    }

    /// <summary>Compiles two nodes that must be of one kind.</summary>
    public (Compiled First, Compiled Second, ValueKind Kind) ExpectSame(Node first, Node second)
    {
        var compiled = Compile(first);
        if (compiled.Kind == ValueKind.Missing)
        {
            var other = Compile(second);
            return (compiled, other, other.Kind);
        }
        return (compiled, Expect(second, compiled.Kind), compiled.Kind);
    }

    /// <summary>Compiles a whole column of a table; null where the node is none.</summary>
    public (ValueKind Kind, Func<IValueSource, IEnumerable<Value>> Present)? Column(Node node)
    {
        if (node is not NameNode { Name: var name } || !_names.Rows.TryGetValue(name, out var kind))
            return null;
        Use(name);
        return (kind, values => values.GetRows(name).Where(v => v.Kind == kind && !v.IsMissing));
    }

    /// <summary>The rows of a table and a compiler for what is said of one of them; null where the node names no table.</summary>
    public (Func<IValueSource, IReadOnlyList<IValueSource>> Rows, Compiler Inside)? Table(Node node)
    {
        if (node is not NameNode { Name: var name } || !_names.Tables.ContainsKey(name))
            return null;
        Use(name);
        return (values => values.RowsOf(name), new Compiler(this, name));
    }

    /// <summary>Reports that a function got no table, with the nearest one as a suggestion.</summary>
    public void FailNoTable(Node node, string function)
    {
        var nearest = node is NameNode { Name: var written } ? Nearest.To(written, _names.Tables.Keys) : null;
        Fail(
            node.Position,
            $"{function} 的第一个参数要表格。{SuggestZh(nearest)}",
            $"The first argument of {function} is a table.{SuggestEn(nearest)}"
        );
    }

    /// <summary>Reports that a function got no column, with the nearest one as a suggestion.</summary>
    public void FailNoColumn(Node node, string function)
    {
        var ofValuesToo = function is "min" or "max";
        var nearest = node is NameNode { Name: var written } ? Nearest.To(written, _names.Rows.Keys) : null;
        Fail(
            node.Position,
            $"{function} 要表格的一列{(ofValuesToo ? "，或至少两个值" : "")}。{SuggestZh(nearest)}",
            $"{function} takes a column of a table{(ofValuesToo ? ", or two values at least" : "")}.{SuggestEn(nearest)}"
        );
    }

    /// <summary>Whether an attachment is there, under the name <c>attachments.code</c>.</summary>
    public Compiled Attachment(int position, string code)
    {
        var name = Attachments + code;
        if (_names.Names.GetValueOrDefault(name) == ValueKind.Boolean)
            return Name(new NameNode(position, name));

        var known = _names.Names.Keys.Where(n => n.StartsWith(Attachments, StringComparison.Ordinal)).Select(n => n[Attachments.Length..]);
        var nearest = Nearest.To(code, known);
        Fail(position, $"没有附件“{code}”。{SuggestZh(nearest)}", $"There is no attachment '{code}'.{SuggestEn(nearest)}");
        return Compiled.Nothing;
    }

    /// <summary>The value of a name.</summary>
    public Compiled Name(NameNode node)
    {
        var name = node.Name;
        if (!_names.Names.TryGetValue(name, out var kind))
        {
            FailUnknown(node);
            return Compiled.Nothing;
        }
        Use(_own?.ContainsKey(name) == true ? $"{_table}.{name}" : name);
        return new Compiled(kind, values => values.Get(name) is var value && value.Kind == kind ? value : Value.Missing);
    }

    /// <summary>Reports a fault.</summary>
    public void Fail(int position, string zh, string en) => _faults.Add(new ExpressionFault(position, new LocalizedText(zh, en)));

    /// <summary>A suggestion behind a message; nothing where there is none.</summary>
    public static string SuggestZh(string? nearest) => nearest is null ? "" : $"是不是 {nearest} ？";

    /// <inheritdoc cref="SuggestZh"/>
    public static string SuggestEn(string? nearest) => nearest is null ? "" : $" Did you mean {nearest}?";

    /// <summary>Notes that the expression depends on the day.</summary>
    public Compiled Today()
    {
        if (_outer is not null)
            return _outer.Today();
        UsesToday = true;
        return new Compiled(ValueKind.Date, values => Value.Of(values.Today));
    }

    private void Use(string name)
    {
        if (!_uses.Contains(name))
            _uses.Add(name);
    }

    private void FailUnknown(NameNode node)
    {
        var name = node.Name;
        if (_names.Rows.ContainsKey(name))
            Fail(
                node.Position,
                $"{name} 是表格的一列，只能用在 sum、count、min、max、avg 里。",
                $"{name} is a column of a table; only sum, count, min, max and avg take it."
            );
        else if (Calls.Signature(name) is { } signature)
            Fail(node.Position, $"{name} 是函数，请写成 {signature} 。", $"{name} is a function; write {signature}.");
        else if (name.Split('-') is { Length: > 1 } parts && parts.All(_names.Names.ContainsKey))
            Fail(
                node.Position,
                $"不认识名称“{name}”。减号两边要留空格：{string.Join(" - ", parts)} 。",
                $"Unknown name '{name}'. A minus needs spaces around it: {string.Join(" - ", parts)}."
            );
        else
        {
            var nearest = Nearest.To(name, _names.Names.Keys);
            Fail(
                node.Position,
                $"不认识名称“{name}”。{(nearest is null ? "文本要放在引号里。" : SuggestZh(nearest))}",
                $"Unknown name '{name}'.{(nearest is null ? " A text goes in quotes." : SuggestEn(nearest))}"
            );
        }
    }

    private static Compiled Not(Compiled operand) =>
        new(ValueKind.Boolean, values => operand.Run(values) is { IsMissing: false } value ? Value.Of(!value.Boolean) : Value.Missing);

    private static Compiled Negate(Compiled operand) =>
        new(ValueKind.Number, values => operand.Run(values) is { IsMissing: false } value ? Value.Of(-value.Number) : Value.Missing);
}
