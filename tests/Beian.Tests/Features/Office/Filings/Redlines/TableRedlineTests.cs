using Beian.Definitions.Fields;
using Beian.Web.Features.Office.Filings.Redlines;
using Xunit;

namespace Beian.Tests.Features.Office.Filings.Redlines;

public sealed class TableRedlineTests
{
    private static readonly string[] Cells = ["", "甲店", "乙店", "广州", "深圳"];

    [Fact]
    public void Between_RowInsertedAtTheTop_LeavesTheOthersTheSame()
    {
        var old = Table([
            ["甲店", "广州", "100"],
            ["乙店", "深圳", "200"],
        ]);
        var now = Table([
            ["新店", "佛山", "50"],
            ["甲店", "广州", "100"],
            ["乙店", "深圳", "250"],
        ]);

        var redline = TableRedline.Between(old, now);

        Assert.Equal([RowChange.Added, RowChange.Same, RowChange.Changed], redline.Rows.Select(r => r.Change));
        var amount = redline.Rows[2].Cells[2];
        Assert.Equal([new Piece(Mark.Deleted, "200"), new Piece(Mark.Inserted, "250")], amount.Pieces);
        Assert.All(redline.Rows[2].Cells.Take(2), c => Assert.True(c.IsSame));
    }

    [Fact]
    public void Between_RowWithNothingInCommon_IsRemovedAndAdded()
    {
        var redline = TableRedline.Between(
            Table([
                ["甲店", "广州", "100"],
            ]),
            Table([
                ["乙店", "深圳", "200"],
            ])
        );
        Assert.Equal([RowChange.Added, RowChange.Removed], redline.Rows.Select(r => r.Change).Order(Comparer<RowChange>.Default));
    }

    [Fact]
    public void Between_NamedRows_AlignsThemByTheirNames()
    {
        var old = Table(
            [
                ["营业额", "1", "2"],
                ["利润", "3", "4"],
            ],
            named: true
        );
        var now = Table(
            [
                ["营业额", "9", "8"],
                ["利润", "3", "4"],
            ],
            named: true
        );
        Assert.Equal([RowChange.Changed, RowChange.Same], TableRedline.Between(old, now).Rows.Select(r => r.Change));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Between_NoAnswerOnOneSide_AddsOrRemovesAll(bool added)
    {
        var table = Table([
            ["甲店", "广州", "100"],
        ]);
        var redline = added ? TableRedline.Between(null, table) : TableRedline.Between(table, null);
        Assert.Equal(added ? RowChange.Added : RowChange.Removed, Assert.Single(redline.Rows).Change);
    }

    [Fact]
    public void Between_AnyTwoTables_AppliedToTheOldGivesTheNew()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var (old, now) = (AnyTable(random), AnyTable(random));
            var redline = TableRedline.Between(old, now);
            Assert.Equal(old.Rows, redline.Old);
            Assert.Equal(now.Rows, redline.New);
            Assert.Equal(Same(old, now), !redline.Changes.Any());
        }
    }

    private static AnswerTable AnyTable(Random random) =>
        Table([.. Enumerable.Range(0, random.Next(8)).Select(_ => (IReadOnlyList<string>)random.GetItems(Cells, 3))]);

    private static bool Same(AnswerTable one, AnswerTable other) =>
        one.Rows.Count == other.Rows.Count && one.Rows.Zip(other.Rows).All(r => r.First.SequenceEqual(r.Second));

    private static AnswerTable Table(IReadOnlyList<IReadOnlyList<string>> rows, bool named = false) =>
        new(["名称", "地点", "面积"], rows, named);
}
