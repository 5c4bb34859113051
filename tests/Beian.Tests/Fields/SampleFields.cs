using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Tests.Fields;

/// <summary>One field of every type, with an answer that is right.</summary>
internal static class SampleFields
{
    private static readonly LocalizedText Label = new("样例", "Sample");
    private static readonly Choice[] Choices = [new("a", new("甲", "A")), new("b", new("乙", "B"))];

    public static EvaluationContext Context { get; } =
        new(new DateOnly(2026, 11, 21), "uscc", "initial", new HashSet<string>())
        {
            Authorities = new Dictionary<string, string> { ["A110000"] = "北京市商务局" },
        };

    /// <summary>The fields by their type.</summary>
    public static IReadOnlyDictionary<string, Field> All { get; } =
        new Field[]
        {
            new TextField { Code = "f", Label = Label },
            new TextareaField { Code = "f", Label = Label },
            new EmailField { Code = "f", Label = Label },
            new PhoneField { Code = "f", Label = Label },
            new PostcodeField { Code = "f", Label = Label },
            new UrlField { Code = "f", Label = Label },
            new IntegerField { Code = "f", Label = Label },
            new DecimalField { Code = "f", Label = Label },
            new PercentField { Code = "f", Label = Label },
            new MoneyField { Code = "f", Label = Label },
            new DateField { Code = "f", Label = Label },
            new MonthField { Code = "f", Label = Label },
            new YearField { Code = "f", Label = Label },
            new YesNoField { Code = "f", Label = Label },
            new ChoiceField
            {
                Code = "f",
                Label = Label,
                Choices = Choices,
            },
            new ChoicesField
            {
                Code = "f",
                Label = Label,
                Choices = Choices,
            },
            new RegionField { Code = "f", Label = Label },
            new CountryField { Code = "f", Label = Label },
            new AuthorityField { Code = "f", Label = Label },
            new UsccField { Code = "f", Label = Label },
            new OrgCodeField { Code = "f", Label = Label },
            new RegNoField { Code = "f", Label = Label },
            new IdDocumentField
            {
                Code = "f",
                Label = Label,
                Personal = true,
            },
            new TableField
            {
                Code = "f",
                Label = Label,
                Fields = [new TextField { Code = "name", Label = Label }, new IntegerField { Code = "area", Label = Label }],
            },
            new IcpField { Code = "f", Label = Label },
            new VinField { Code = "f", Label = Label },
            new IndustryField
            {
                Code = "f",
                Label = Label,
                Choices =
                [
                    new("C", new("制造业", "Manufacturing"), []),
                    new(
                        "F",
                        new("批发和零售业", "Trade"),
                        [new("F51", new("批发业", "Wholesale"), [new("F5193", new("互联网批发", "Online wholesale"), [])])]
                    ),
                ],
            },
            new GridField
            {
                Code = "f",
                Label = Label,
                Rows = [new("m01", Label), new("m02", Label) { Number = GridNumber.Whole }],
                Columns = [new("cur", Label), new("yoy", Label) { Number = GridNumber.Percent }],
            },
            new AttachmentField { Code = "f", Label = Label },
            new CalculatedField
            {
                Code = "f",
                Label = Label,
                Kind = ValueKind.Number,
            },
            new NoteField { Code = "f", Label = Label },
        }.ToDictionary(f => f.Type);

    /// <summary>Answers that are right, as typed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Right { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["text"] = One("北京样例"),
            ["textarea"] = One("第一行\r\n第二行"),
            ["email"] = One("filer@example.com"),
            ["phone"] = One("010-60000000"),
            ["postcode"] = One("１０００８０"),
            ["url"] = One("www.example.com"),
            ["integer"] = One("1,200"),
            ["decimal"] = One("1200.50"),
            ["percent"] = One("12.5％"),
            ["money"] = new Dictionary<string, string>
            {
                ["f.amount"] = "5,000,000",
                ["f.currency"] = "cny",
                ["f.usd"] = "700000.00",
            },
            ["date"] = One("2020年1月5日"),
            ["month"] = One("2020年1月"),
            ["year"] = One("2020年"),
            ["yes-no"] = One("是"),
            ["choice"] = One("a"),
            ["choices"] = One("b a b"),
            ["region"] = One("110108"),
            ["country"] = One("cn"),
            ["authority"] = One("A110000"),
            ["uscc"] = One("91110108ma9900x1xq"),
            ["org-code"] = One("99000017-2"),
            ["reg-no"] = One("110108009900013"),
            ["id-document"] = new Dictionary<string, string> { ["f.type"] = "identity-card", ["f.number"] = "11010519491231002x" },
            ["table"] = new Dictionary<string, string>
            {
                ["f.0.name"] = "一店",
                ["f.0.area"] = "80",
                ["f.1.name"] = "二店",
            },
            ["icp"] = One("京icp备 12345678号－1"),
            ["vin"] = One("1m8gdm9axkp042788"),
            ["industry"] = One("f5193"),
            ["grid"] = new Dictionary<string, string>
            {
                ["f.m01.cur"] = "1,200.50",
                ["f.m01.yoy"] = "12.5%",
                ["f.m02.cur"] = "3",
                ["f.m02.yoy"] = "-4",
            },
            ["attachment"] = new Dictionary<string, string>(),
            ["calculated"] = One("12"),
            ["note"] = new Dictionary<string, string>(),
        };

    /// <summary>Right answers as they are kept.</summary>
    public static AnswerSet Kept(Field field) =>
        field.Derive(AnswerSet.From(Right[field.Type].Select(a => KeyValuePair.Create(a.Key, field.Normalise(a.Key, a.Value)))), Context);

    private static Dictionary<string, string> One(string text) => new() { ["f"] = text };
}
