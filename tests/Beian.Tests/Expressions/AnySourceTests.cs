using Beian.Definitions.Expressions;
using Xunit;

namespace Beian.Tests.Expressions;

/// <summary>Properties over many random sources, trees and values; each seed repeats exactly.</summary>
public sealed class AnySourceTests
{
    private static readonly string[] Words =
    [
        .. Values.Names.Names.Keys,
        .. Values.Names.Rows.Keys,
        .. "+ - * / % = == != < <= > >= ( ) , ?? and or not true false 1 0 2.50 'a' \"it's\" '''' && ！ ’ ' ≥ 12a".Split(' '),
        .. "today() if( is-missing( one-of( sum( count( min( max( avg( mid( length( date( round( attached( year( abs(".Split(' '),
        .. "all( any( count-if( sum-if( distinct( has( years-between( add-months( add-days( stores opened area".Split(' '),
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Read_AnyWords_NeverThrowsAndPrintsWhatItRead(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Words[random.Next(Words.Length)]);
            var reading = Expression.Read(string.Join(random.Next(4) == 0 ? "" : " ", words), Values.Names);

            Assert.True(reading.Expression is null == reading.Faults.Count > 0);
            if (reading.Expression is { } expression)
                AssertPrintsAndEvaluates(expression, random);
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Read_AnyCharacters_NeverThrows(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 5_000; i++)
        {
            var source = new string([
                .. Enumerable
                    .Range(0, random.Next(40))
                    .Select(_ => (char)(random.Next(3) == 0 ? random.Next(0x10000) : random.Next(' ', 0x7f))),
            ]);
            var reading = Expression.Read(source, Values.Names);
            Assert.All(reading.Faults, f => Assert.InRange(f.Position, 0, source.Length));
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Print_AnyTypedTree_ReadsAsTheSameTree(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++)
        {
            var kind = (ValueKind)random.Next(1, 5);
            var tree = new Trees(random).Of(kind, 5);
            var source = Printer.Print(tree);
            if (source.Length > Lexer.MaxLength)
                continue;

            var reading = Expression.Read(source, Values.Names);
            Assert.True(reading.Faults.Count == 0, source + ": " + string.Join("; ", reading.Faults.Select(f => f.Message.En)));
            Assert.Equal(tree, reading.Expression!.Tree);
            Assert.Equal(kind, reading.Expression.Kind);
            AssertPrintsAndEvaluates(reading.Expression, random);
        }
    }

    private static void AssertPrintsAndEvaluates(Expression expression, Random random)
    {
        var canonical = expression.ToString();
        var again = Expression.Read(canonical, Values.Names).Expression;
        Assert.Equal(expression.Tree, again?.Tree);
        Assert.Equal(canonical, again!.ToString());
        Assert.Equal(expression.Uses, again.Uses);

        for (var i = 0; i < 3; i++)
        {
            var values = new AnyValues(random.Next());
            var value = expression.Evaluate(values);
            Assert.True(value.IsMissing || value.Kind == expression.Kind);
            Assert.Equal(value, expression.Evaluate(values));
            Assert.True(expression.Explain(values).Count >= 0);
        }
    }

    /// <summary>Values of any kind under any name, the same each time they are asked for.</summary>
    private sealed class AnyValues(int seed) : IValueSource
    {
        public DateOnly Today => DateOnly.FromDayNumber(new Random(seed).Next(DateOnly.MaxValue.DayNumber + 1));

        public Value Get(string name) => Any(new Random(HashCode.Combine(seed, name)));

        public IReadOnlyList<Value> GetRows(string name)
        {
            var random = new Random(HashCode.Combine(seed, name));
            return [.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(random))];
        }

        public IReadOnlyList<IValueSource> RowsOf(string table) =>
            [.. Enumerable.Range(1, new Random(HashCode.Combine(seed, table)).Next(4)).Select(i => new AnyValues(seed + i))];

        private static Value Any(Random random) =>
            random.Next(12) switch
            {
                0 => Value.Missing,
                1 => Value.Of(decimal.MaxValue),
                2 => Value.Of(decimal.MinValue),
                3 => Value.Of(0m),
                4 => Value.Of(-0.0000000000000000000000000001m),
                5 or 6 => Value.Of((decimal)random.Next(-9, 99)),
                7 => Value.Of(""),
                8 => Value.Of("\ud800𠮷2020-01-01"),
                9 => Value.Of(random.Next(2) == 0),
                10 => Value.Of(DateOnly.MaxValue),
                _ => Value.Of(DateOnly.MinValue),
            };
    }
}
