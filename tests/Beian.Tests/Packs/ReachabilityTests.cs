using Beian.Definitions;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>What can never appear is found as far as it can be proved, and nothing else.</summary>
public sealed class ReachabilityTests
{
    [Theory]
    [InlineData("false")]
    [InlineData("1 = 2")]
    [InlineData("not true")]
    [InlineData("size = 'small' and size = 'large'")]
    [InlineData("size = 'small' and not (size = 'small')")]
    [InlineData("size = 'small' and one-of(size, 'large')")]
    [InlineData("is-missing(size) and size = 'small'")]
    [InlineData("agreed and not agreed")]
    [InlineData("starts-with(size, 'tiny')")]
    [InlineData("length(size) > 5")]
    [InlineData("if(size = 'small', agreed and not agreed, false)")]
    // The colour is asked only of the large.
    [InlineData("colour = 'red' and size = 'small'")]
    [InlineData("colour = 'red' and is-missing(size)")]
    public void Read_RelevantThatCannotHold_IsAFault(string relevant)
    {
        var fault = Assert.Single(Read(relevant).Faults);

        Assert.StartsWith("form.yaml:16:", fault.In(Language.Zh), StringComparison.Ordinal);
        Assert.Contains("“last”永远不会出现", fault.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("“last” can never appear", fault.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("size = 'small' or size = 'large'")]
    [InlineData("size = 'small' and (amount > 5 or agreed)")]
    [InlineData("amount > 5 and amount < 3")] // numbers are not compared with each other
    [InlineData("is-missing(size)")]
    [InlineData("not (size = 'small')")]
    [InlineData("(size ?? 'large') = 'large'")]
    [InlineData("colour = 'red' and size = 'large'")]
    [InlineData("is-missing(colour) and size = 'small'")]
    [InlineData("not attached('proof') and agreed")]
    [InlineData("starts-with(size, 'sm')")]
    [InlineData("if(agreed, size = 'large', size = 'small')")]
    public void Read_RelevantThatMayHold_IsNone(string relevant) => Assert.Empty(Read(relevant).Faults);

    [Fact]
    public void Read_FieldThatHangsOnOneThatNeverAppears_IsAFaultToo()
    {
        var form = """
            sections:
              - code: main
                fields:
                  - { code: name, type: text, label: 名称 }
                  - { code: amount, type: decimal, label: 数量, relevant: "false" }
                  - { code: other, type: text, label: 其他, relevant: amount > 0 }
            """;

        var faults = new TestPack().WithForm(form, "    other: { label: Other }").Read().Faults;

        Assert.Equal(["form.yaml:5:61", "form.yaml:6:57"], faults.Select(f => $"{f.File}:{f.Line}:{f.Column}"));
    }

    [Fact]
    public void Read_ColumnThatCannotAppearInItsTable_IsAFault()
    {
        var form = """
            sections:
              - code: main
                relevant: route = 'only'
                fields:
                  - { code: name, type: text, label: 名称 }
                  - { code: amount, type: decimal, label: 数量 }
                  - code: rows
                    type: table
                    label: 表
                    fields:
                      - { code: cell, type: text, label: 格, relevant: is-missing(route) and route = 'only' }
            """;

        var faults = new TestPack().WithForm(form, "    rows: { label: Rows, fields: { cell: { label: Cell } } }").Read().Faults;

        Assert.Equal(["form.yaml:11:59"], faults.Select(f => $"{f.File}:{f.Line}:{f.Column}"));
    }

    private static Definitions.Packs.PackReading Read(string relevant)
    {
        var form = $$"""
            sections:
              - code: main
                fields:
                  - { code: name, type: text, label: 名称 }
                  - { code: amount, type: decimal, label: 数量 }
                  - { code: agreed, type: yes-no, label: 同意 }
                  - code: size
                    type: choice
                    label: 大小
                    choices: [{ code: small, label: 小 }, { code: large, label: 大 }]
                  - code: colour
                    type: choice
                    label: 颜色
                    relevant: size = 'large'
                    choices: [{ code: red, label: 红 }, { code: blue, label: 蓝 }]
                  - { code: last, type: text, label: 最后, relevant: "{{relevant}}" }
            """;
        const string English = """
                agreed: { label: Agreed }
                size: { label: Size, choices: { small: { label: Small }, large: { label: Large } } }
                colour: { label: Colour, choices: { red: { label: Red }, blue: { label: Blue } } }
                last: { label: Last }
            """;
        return new TestPack().WithForm(form, English).Read();
    }
}
