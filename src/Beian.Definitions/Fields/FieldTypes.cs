using Beian.Definitions.Expressions;
using Beian.Definitions.Packs.Compiling;

namespace Beian.Definitions.Fields;

/// <summary>The field types: their names in a pack and how each reads its own settings. To add one, add a record and a line here.</summary>
public static class FieldTypes
{
    internal static IReadOnlyDictionary<string, Func<FieldSettings, Field>> All { get; } =
        new Dictionary<string, Func<FieldSettings, Field>>(StringComparer.Ordinal)
        {
            ["text"] = s => new TextField
            {
                Code = s.Code,
                Label = s.Label,
                Max = s.Count("max", 500),
                Charset = s.Word("charset", Charset.Any, ("any", Charset.Any), ("ascii", Charset.Ascii), ("digits", Charset.Digits)),
            },
            ["textarea"] = s => new TextareaField
            {
                Code = s.Code,
                Label = s.Label,
                Max = s.Count("max", 2000),
            },
            ["email"] = s => new EmailField
            {
                Code = s.Code,
                Label = s.Label,
                Max = s.Count("max", 128),
            },
            ["phone"] = s => new PhoneField
            {
                Code = s.Code,
                Label = s.Label,
                Max = s.Count("max", 20),
            },
            ["postcode"] = s => new PostcodeField { Code = s.Code, Label = s.Label },
            ["url"] = s => new UrlField
            {
                Code = s.Code,
                Label = s.Label,
                Max = s.Count("max", 255),
            },
            ["integer"] = s => new IntegerField
            {
                Code = s.Code,
                Label = s.Label,
                Min = s.Number("min"),
                Max = s.Number("max"),
            },
            ["decimal"] = s => new DecimalField
            {
                Code = s.Code,
                Label = s.Label,
                Min = s.Number("min"),
                Max = s.Number("max"),
                Places = s.Count("places", 2),
            },
            ["percent"] = s => new PercentField
            {
                Code = s.Code,
                Label = s.Label,
                Min = s.Number("min"),
                Max = s.Number("max"),
            },
            ["money"] = s => new MoneyField { Code = s.Code, Label = s.Label },
            ["date"] = s => new DateField
            {
                Code = s.Code,
                Label = s.Label,
                Min = s.Date("min"),
                Max = s.Date("max"),
                NotAfterToday = s.Flag("not-after-today"),
            },
            ["month"] = s => new MonthField { Code = s.Code, Label = s.Label },
            ["year"] = s => new YearField { Code = s.Code, Label = s.Label },
            ["yes-no"] = s => new YesNoField { Code = s.Code, Label = s.Label },
            ["choice"] = s => new ChoiceField
            {
                Code = s.Code,
                Label = s.Label,
                Choices = s.Choices(),
            },
            ["choices"] = s => new ChoicesField
            {
                Code = s.Code,
                Label = s.Label,
                Choices = s.Choices(),
            },
            ["region"] = s => new RegionField
            {
                Code = s.Code,
                Label = s.Label,
                Level = s.Count("level", 3),
            },
            ["industry"] = s => new IndustryField
            {
                Code = s.Code,
                Label = s.Label,
                Choices = s.Industries(),
                IsAnyLevel = s.Word("level", false, ("deepest", false), ("any", true)),
            },
            ["country"] = s => new CountryField { Code = s.Code, Label = s.Label },
            ["authority"] = s => new AuthorityField { Code = s.Code, Label = s.Label },
            ["uscc"] = s => new UsccField { Code = s.Code, Label = s.Label },
            ["org-code"] = s => new OrgCodeField { Code = s.Code, Label = s.Label },
            ["reg-no"] = s => new RegNoField { Code = s.Code, Label = s.Label },
            ["icp"] = s => new IcpField { Code = s.Code, Label = s.Label },
            ["vin"] = s => new VinField
            {
                Code = s.Code,
                Label = s.Label,
                IsLenient = s.Word("check-character", false, ("hard", false), ("soft", true)),
            },
            ["id-document"] = s => new IdDocumentField
            {
                Code = s.Code,
                Label = s.Label,
                Personal = true,
            },
            ["table"] = s => new TableField
            {
                Code = s.Code,
                Label = s.Label,
                Fields = s.Columns,
                MinRows = s.Count("min-rows", 0),
                MaxRows = s.Count("max-rows", 100),
            },
            ["grid"] = s => new GridField
            {
                Code = s.Code,
                Label = s.Label,
                Rows = s.Grid.Rows,
                Columns = s.Grid.Columns,
                Unit = s.Text("unit"),
                Places = s.Count("places", 2),
                Min = s.Number("min"),
                Max = s.Number("max"),
            },
            ["attachment"] = s => new AttachmentField
            {
                Code = s.Code,
                Label = s.Label,
                MaxFiles = s.Count("max-files", 1),
            },
            ["calculated"] = s => new CalculatedField
            {
                Code = s.Code,
                Label = s.Label,
                Kind = s.Word("kind", ValueKind.Text, CalculatedField.Kinds),
            },
            ["note"] = s => new NoteField { Code = s.Code, Label = s.Label },
        };

    /// <summary>The names of all field types, as a pack writes them.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. All.Keys];
}
