using Beian.Definitions.Expressions;

namespace Beian.Tests.Expressions;

/// <summary>Named values for an expression, and the names they are known by.</summary>
public sealed class Values : IValueSource
{
    private readonly Dictionary<string, Value> _values = [];
    private readonly Dictionary<string, IReadOnlyList<Value>> _rows = [];

    /// <summary>One name of each kind and one missing name of each kind, two columns, an attachment.</summary>
    public static Values Sample { get; } =
        new()
        {
            ["n"] = Value.Of(10m),
            ["small"] = Value.Of(0.5m),
            ["zero"] = Value.Of(0m),
            ["huge"] = Value.Of(decimal.MaxValue),
            ["regCapital.amount"] = Value.Of(500m),
            ["last-year.income"] = Value.Of(100m),
            ["uscc"] = Value.Of("91440300192203821R"),
            ["authority.prefix4"] = Value.Of("4403"),
            ["rare"] = Value.Of("𠮷林"),
            ["route"] = Value.Of("uscc"),
            ["yes"] = Value.Of(true),
            ["no"] = Value.Of(false),
            ["regDate"] = Value.Of(new DateOnly(2020, 2, 29)),
            ["attachments.fLicence"] = Value.Of(true),
            ["attachments.fOrg"] = Value.Of(false),
            ["count"] = Value.Of(7m),
            ["noNumber"] = default,
            ["noText"] = default,
            ["noTruth"] = default,
            ["noDate"] = default,
            Columns =
            {
                ["stores.area"] = [Value.Of(30m), Value.Missing, Value.Of(12.5m)],
                ["stores.name"] = [Value.Of("一店"), Value.Missing, Value.Of("三店")],
                ["stores.opened"] = [Value.Of(new DateOnly(2021, 1, 1)), Value.Of(new DateOnly(2019, 5, 1))],
                ["stores.rent"] = [],
                ["stores.worth"] = [Value.Of(decimal.MaxValue), Value.Of(1m)],
            },
        };

    /// <summary>The kinds of the names of <see cref="Sample"/>.</summary>
    public static ExpressionNames Names { get; } =
        new(
            Sample._values.ToDictionary(
                v => v.Key,
                v =>
                    v.Key switch
                    {
                        "noNumber" => ValueKind.Number,
                        "noText" => ValueKind.Text,
                        "noTruth" => ValueKind.Boolean,
                        "noDate" => ValueKind.Date,
                        _ => v.Value.Kind,
                    }
            ),
            new Dictionary<string, ValueKind>
            {
                ["stores.area"] = ValueKind.Number,
                ["stores.name"] = ValueKind.Text,
                ["stores.opened"] = ValueKind.Date,
                ["stores.rent"] = ValueKind.Number,
                ["stores.worth"] = ValueKind.Number,
            }
        )
        {
            Tables = new Dictionary<string, IReadOnlyDictionary<string, ValueKind>>
            {
                ["stores"] = new Dictionary<string, ValueKind>
                {
                    ["area"] = ValueKind.Number,
                    ["name"] = ValueKind.Text,
                    ["opened"] = ValueKind.Date,
                },
            },
        };

    public Dictionary<string, IReadOnlyList<Value>> Columns => _rows;

    public DateOnly Today { get; init; } = new(2026, 3, 1);

    public Value this[string name]
    {
        set => _values[name] = value;
    }

    public Value Get(string name) => _values.GetValueOrDefault(name);

    public IReadOnlyList<Value> GetRows(string name) => _rows.GetValueOrDefault(name, []);

    /// <summary>As many rows as the longest column has.</summary>
    public IReadOnlyList<IValueSource> RowsOf(string table)
    {
        var columns = _rows.Where(r => r.Key.StartsWith(table + ".", StringComparison.Ordinal)).ToList();
        return
        [
            .. Enumerable
                .Range(0, columns.Select(c => c.Value.Count).DefaultIfEmpty().Max())
                .Select(i =>
                {
                    var row = new Values { Today = Today };
                    foreach (var (name, value) in _values)
                        row[name] = value;
                    foreach (var (name, values) in columns.Where(c => i < c.Value.Count))
                        row[name[(table.Length + 1)..]] = values[i];
                    return row;
                }),
        ];
    }
}
