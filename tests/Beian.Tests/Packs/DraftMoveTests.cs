using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Xunit;

namespace Beian.Tests.Packs;

public sealed class DraftMoveTests
{
    private static readonly Pack _second = PackEdition.Major();

    [Fact]
    public void Of_RenamedDroppedAndDefault_AreAsDeclared()
    {
        var move = Move([("zip", "100080"), ("fax", "010-60000000"), ("nameZh", "甲")], PackEdition.Migration);

        Assert.Empty(move.Blocked);
        Assert.Equal(["fax"], move.Lost);
        Assert.Equal([("channel", "online"), ("nameZh", "甲"), ("postcode", "100080")], move.Answers.Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public void Of_AnswerThatIsThere_KeepsItInsteadOfTheDefault() =>
        Assert.Equal("counter", Move([("channel", "counter")], PackEdition.Migration).Answers["channel"]);

    [Fact]
    public void Of_AllPartsOfARenamedField_GoAlong()
    {
        var migration = new DraftMigration(1, [new("capital", "regCapital")], [], [], []);

        var move = DraftMove.Of(Answers([("capital.amount", "5"), ("capital.currency", "CNY")]), migration, _second);

        Assert.Equal(["regCapital.amount", "regCapital.currency"], move.Answers.Select(a => a.Key));
        Assert.Empty(move.Blocked);
    }

    [Fact]
    public void Of_AnswerWithoutAPlace_Blocks()
    {
        var move = Move([("fax", "010-60000000")], "from: 1\nto: 2\n");

        Assert.Equal(["“fax”在 2.0 中没有位置，迁移也没有说明放弃"], move.Blocked.Select(b => b.Zh));
    }

    [Theory]
    [InlineData("张三，13800000000", true)]
    [InlineData("张三 ， 13800000000", true)]
    [InlineData("张三", false)]
    [InlineData("张三，1，2", false)]
    public void Of_Split_GivesThePiecesOrBlocks(string text, bool fits)
    {
        var migration = new DraftMigration(1, [], [new("contact", "，", ["legalRepName", "phone"])], ["contact"], []);

        var move = DraftMove.Of(Answers([("contact", text)]), migration, _second);

        Assert.Equal(fits, move.Blocked.Count == 0);
        if (fits)
            Assert.Equal([("legalRepName", "张三"), ("phone", "13800000000")], move.Answers.Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public void Find_NoDeclaredWay_IsNone() => Assert.Null(MigrationPath.Find([PackEdition.First(), _second], 1, 3));

    [Fact]
    public void Find_SameVersion_IsAWayWithoutSteps() => Assert.Empty(MigrationPath.Find([_second], 2, 2)!.Steps);

    [Fact]
    public void Find_DeclaredWay_LeadsThere()
    {
        var path = MigrationPath.Find([PackEdition.First(), _second], 1, 2)!;

        Assert.Equal("100080", path.Apply(Answers([("zip", "100080")])).Answers["postcode"]);
    }

    private static DraftMove Move((string, string)[] answers, string migration) =>
        DraftMove.Of(Answers(answers), PackEdition.Major(migration).Migrations[0], _second);

    private static AnswerSet Answers((string Control, string Text)[] answers) =>
        AnswerSet.From(answers.Select(a => KeyValuePair.Create(a.Control, a.Text)));
}
