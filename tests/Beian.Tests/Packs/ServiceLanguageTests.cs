using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>Who takes a filing, how many entries an enterprise has, what of a table is public: how a pack says it, and its faults.</summary>
public sealed class ServiceLanguageTests
{
    private const string Service = """
        code: sample
        version: "1.0"
        title: 样例
        tile-title: 样例
        summary: 一个样例。
        subject-codes: [name]
        name-field: name
        routes:
          - { code: only, label: 唯一, authorities: [province, ministry] }
        attachments:
          - { code: proof, label: 证明, required: "amount > 100" }

        """;

    private const string Register = """
        number-field: name
        code-field: name
        names: [name]
        codes: [name]
        list: [name]

        """;

    [Fact]
    public void Read_RouteWithAuthorities_HasTheirLevels()
    {
        Assert.Equal([1, 0], new TestPack().With("service.yaml", Service).Compile().Service.Routes[0].Levels);
        Assert.Empty(new TestPack().Compile().Service.Routes[0].Levels);
    }

    [Fact]
    public void Read_UnknownLevelOfAuthority_IsAFaultAtItsPlace() =>
        AssertFault(
            new TestPack().With("service.yaml", Service.Replace("ministry", "minister", StringComparison.Ordinal)),
            "service.yaml:9:54",
            "“minister”"
        );

    [Fact]
    public void Read_EntryPer_IsAFieldThatMustBeFilledIn()
    {
        Assert.Equal("name", new TestPack().With("service.yaml", Service + "entry-per: name\n").Compile().Service.EntryPer);
        Assert.Null(new TestPack().With("service.yaml", Service).Compile().Service.EntryPer);
        AssertFault(new TestPack().With("service.yaml", Service + "entry-per: amount\n"), "service.yaml:12:12", "不能区分备案");
        AssertFault(new TestPack().With("service.yaml", Service + "entry-per: nobody\n"), "service.yaml:12:12", "没有字段“nobody”");
    }

    [Fact]
    public void Shown_ColumnsOfATable_AreThoseNamed()
    {
        var pack = WithTable("entry: [name, shops.place]").Compile();

        var shown = Assert.IsType<TableField>(pack.Register.Shown(pack.Form["shops"]));

        Assert.Equal(["place"], shown.Fields.Select(f => f.Code));
        Assert.Equal(pack.Form["name"], pack.Register.Shown(pack.Form["name"]));
        Assert.Null(pack.Register.Shown(pack.Form["amount"]));
        var answers = AnswerSet.From([new("shops.0.place", "广州"), new("shops.0.owner", "某人")]);
        Assert.Equal("广州", shown.Format(answers, Language.Zh));
    }

    [Theory]
    [InlineData("entry: [shops.nothing]", "register.yaml:6:9", "没有字段“shops.nothing”")]
    [InlineData("entry: [name.place]", "register.yaml:6:9", "没有字段“name.place”")]
    [InlineData("entry: [shops.owner]", "register.yaml:6:9", "是个人信息")]
    [InlineData("entry: [shops]", "register.yaml:6:9", "是个人信息")]
    public void Read_ColumnThatCannotBePublic_IsAFault(string entry, string place, string message) =>
        AssertFault(WithTable(entry), place, message);

    [Fact]
    public void Read_ColumnNamedAsAField_SaysWhyNot() =>
        AssertFault(
            new TestPack().WithForm(Form.Replace("code: place", "code: amount", StringComparison.Ordinal), ""),
            "form.yaml:10:21",
            "表格的列不能与表单中的“amount”同名"
        );

    private const string Form = """
        sections:
          - code: main
            fields:
              - { code: name, type: text, label: 名称, required: "true" }
              - { code: amount, type: decimal, label: 数量 }
              - code: shops
                type: table
                label: 店铺
                fields:
                  - { code: place, type: text, label: 地址 }
                  - { code: owner, type: text, label: 店主, personal: true }

        """;

    private static TestPack WithTable(string entry) =>
        new TestPack()
            .With("register.yaml", Register + entry + "\n")
            .WithForm(Form, "    shops: { label: Shops, fields: { place: { label: Address }, owner: { label: Owner } } }\n");

    private static void AssertFault(TestPack pack, string place, string message)
    {
        var faults = pack.Read().Faults;
        Assert.True(
            faults.Any(f =>
                f.In(Language.Zh).StartsWith(place + ": ", StringComparison.Ordinal)
                && f.Message.Zh.Contains(message, StringComparison.Ordinal)
            ),
            string.Join('\n', faults.Select(f => f.In(Language.Zh)))
        );
    }
}
