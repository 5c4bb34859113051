using System.Text;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Register.Import;

/// <summary>What a column of the file means besides the fields of the form.</summary>
public enum ColumnRole
{
    /// <summary>A field of the form.</summary>
    Field,

    /// <summary>Whether it was approved, waits, or has ended.</summary>
    State,

    /// <summary>The office.</summary>
    Authority,

    /// <summary>When the current version was approved.</summary>
    ApprovedOn,

    /// <summary>When it was first approved.</summary>
    FirstApprovedOn,

    /// <summary>When a pending one was handed in.</summary>
    SubmittedOn,
}

/// <summary>A column of the file and what it means.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Header">As the file calls it.</param>
/// <param name="Control">The form control; empty for other roles.</param>
/// <param name="Field">The control's field; null for other roles.</param>
/// <param name="IsPublic">Whether register.yaml makes it public.</param>
public sealed record Column(int Index, string Header, ColumnRole Role, string Control = "", Field? Field = null, bool IsPublic = false)
{
    /// <summary>The texts of the control's choices by what people call them; null where it is no choice.</summary>
    internal Memory<string?>? Choices { get; init; }
}

/// <summary>The columns of a file, found by their headers: names of fields in Chinese or English, their codes, or as a map says.</summary>
/// <param name="Known">The columns with a meaning.</param>
/// <param name="Unknown">Headers that mean nothing here; their cells are not read.</param>
public sealed record Columns(IReadOnlyList<Column> Known, IReadOnlyList<string> Unknown)
{
    private static readonly (ColumnRole Role, string[] Names)[] _roles =
    [
        (ColumnRole.State, ["状态", "状态栏", "审核状态", "state", "status"]),
        (ColumnRole.Authority, ["备案登记机关", "登记机关", "机关", "机关代码", "authority", "filing authority"]),
        (ColumnRole.ApprovedOn, ["备案日期", "登记日期", "审核日期", "审批日期", "发证日期", "approvedOn", "approved on"]),
        (ColumnRole.FirstApprovedOn, ["首次备案日期", "首次登记日期", "firstApprovedOn", "first approved on"]),
        (ColumnRole.SubmittedOn, ["上报日期", "提交日期", "申请日期", "submittedOn", "submitted on"]),
    ];

    private readonly Dictionary<ColumnRole, Column> _byRole = Known.DistinctBy(c => c.Role).ToDictionary(c => c.Role);

    /// <summary>Reads the header.</summary>
    /// <param name="map">Header → field, control or role, for files with names of their own.</param>
    public static Columns Of(Pack pack, IReadOnlyList<string> header, IReadOnlyDictionary<string, string> map)
    {
        var names = NamesOf(pack);
        var mapped = map.ToDictionary(m => Tidy(m.Key), m => m.Value);
        var (known, unknown) = (new List<Column>(), new List<string>());
        for (var i = 0; i < header.Count; i++)
        {
            var title = Tidy(mapped.GetValueOrDefault(Tidy(header[i]), header[i]));
            // Two fields may have one name (有效证件号): the first column is the first of them.
            if (
                names.FirstOrDefault(n => n.Name == title && !known.Any(k => k.Role == n.Role && k.Control == n.Control)) is
                { Name: not null } found
            )
                known.Add(NewColumn(pack, i, header[i], found.Role, found.Control));
            else if (title.Length > 0)
                unknown.Add(header[i]);
        }
        return new(known, unknown);
    }

    /// <summary>The column of a control, or of a field's first control.</summary>
    public Column? Find(string control) => Known.FirstOrDefault(c => c.Control == control);

    public Column? Find(ColumnRole role) => _byRole.GetValueOrDefault(role);

    private static Column NewColumn(Pack pack, int index, string header, ColumnRole role, string control)
    {
        if (role != ColumnRole.Field)
            return new(index, header, role);
        var field = pack.Form.FindByControl(control)!;
        return new(index, header, role, control, field, pack.Register.Public(field)?.Owns(control) == true)
        {
            Choices = ChoicesOf(field, control) is { } choices ? new(cell => choices.GetValueOrDefault(Tidy(cell))) : null,
        };
    }

    private static List<(string Name, ColumnRole Role, string Control)> NamesOf(Pack pack)
    {
        var names = new List<(string, ColumnRole, string)>();
        // What stands in many tables: not to be nested in a row.
        foreach (var field in pack.Form.Fields.Where(f => f is not TableField and not GridField and not AttachmentField and not NoteField))
        {
            foreach (var control in field.Controls)
            {
                names.Add((Tidy(control), ColumnRole.Field, control));
                names.Add((Tidy(field.LabelOf(control).Zh), ColumnRole.Field, control));
                names.Add((Tidy(field.LabelOf(control).En), ColumnRole.Field, control));
            }
            // A document's or an amount's own name means its number.
            var main = field is IdDocumentField document ? document.Number : field.Controls[0];
            names.Add((Tidy(field.Label.Zh), ColumnRole.Field, main));
            names.Add((Tidy(field.Label.En), ColumnRole.Field, main));
        }
        foreach (var (role, all) in _roles)
            names.AddRange(all.Select(name => (Tidy(name), role, "")));
        return names;
    }

    private static Dictionary<string, string>? ChoicesOf(Field field, string control)
    {
        IEnumerable<(string Code, Definitions.LocalizedText Name)> choices = field switch
        {
            ChoiceField choice => choice.Choices.Select(c => (c.Code, c.Label)),
            IdDocumentField document when control == document.Kind => Definitions.Codes.IdDocument.All.Select(d => (d.Code, d.Name)),
            MoneyField money when control == money.Currency => Definitions.Codes.Currencies.All.Select(c => (c.Code, c.Name)),
            _ => [],
        };
        var byName = new Dictionary<string, string>();
        foreach (var (code, name) in choices)
        foreach (var text in new[] { code, name.Zh, name.En })
            byName.TryAdd(Tidy(text), code);
        return byName.Count == 0 ? null : byName;
    }

    /// <summary>Names as they are compared: half width, small letters, without blanks, stars and colons.</summary>
    internal static string Tidy(string text)
    {
        var plain = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var kept = new StringBuilder(plain.Length);
        foreach (var c in plain)
            if (IsKept(c))
                kept.Append(char.ToLowerInvariant(c));
        return kept.ToString();
    }

    private static bool IsKept(char c) => !char.IsWhiteSpace(c) && c is not ('*' or ':' or '\uFEFF');
}
