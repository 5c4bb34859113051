using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Features.Shared.Fields;

namespace Beian.Web.Features.Filings;

/// <summary>Everything the form shows.</summary>
public sealed class FormView
{
    public required Pack Pack { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The filing; null before its first save.</summary>
    public Filing? Filing { get; init; }

    /// <summary>The version the form is made from; 0 before the first save.</summary>
    public int Version { get; init; }

    /// <summary>Where one goes from it; null: what every form has.</summary>
    public FormPlaces? Places { get; init; }

    /// <summary>Whether it is one step of a way, with 上一步 and 保存并下一步 for its buttons.</summary>
    public bool IsStep => Places?.Back is not null;

    /// <summary>Where the form is sent.</summary>
    public required string PostTo { get; init; }

    public required Authority Authority { get; init; }

    public required Beian.Definitions.Packs.Route Route { get; init; }

    /// <summary>What stands in the controls, as typed.</summary>
    public required AnswerSet Typed { get; init; }

    public required Evaluation Evaluation { get; init; }

    /// <summary>The kind of filing.</summary>
    public FilingKind Kind => Pack.Lifecycle.Find(Filing?.Kind ?? "") ?? Pack.Lifecycle.Kinds[0];

    /// <summary>The fields that stay as they are registered: shown, not asked.</summary>
    public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>();

    /// <summary>What is said beside the controls and above the form.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Why what applies does so and why what is required is, by field or attachment code.</summary>
    public required IReadOnlyDictionary<string, Explanation> Explanations { get; init; }

    /// <summary>What was changed in the typing, said beside its control.</summary>
    public required IReadOnlyDictionary<string, LocalizedText> Conversions { get; init; }

    /// <summary>The authorities that a field of the form offers; empty where none does.</summary>
    public required IReadOnlyList<OfficeGroup> Offices { get; init; }

    /// <summary>What the officer asked to put right, by field or attachment code.</summary>
    public IReadOnlyDictionary<string, string> Reasons { get; init; } = new Dictionary<string, string>();

    /// <summary>The account block as typed; null where the filing needs none. The password never comes back.</summary>
    public AccountAnswers? Account { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>How the signed sheet and what is filled in go together; null where none is asked for.</summary>
    public SheetState? Sheet { get; init; }

    /// <summary>The short code of the signed sheet, as typed.</summary>
    public string SheetCode { get; init; } = "";

    /// <summary>Says whose form this is, for typing that arrives after its session.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Names that were sent and belong to no field.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    public FormNotice? Notice { get; init; }

    /// <summary>Typing of an ended session that can be had back.</summary>
    public StashedForm? Stash { get; init; }

    /// <summary>The fields the enterprise fills in or sees, of a section.</summary>
    public static IEnumerable<Field> FieldsOf(Section section) => section.Fields.Where(f => f.FilledBy == FilledBy.Enterprise);

    /// <summary>The fields of a section that the authority or the system fills in.</summary>
    public static IEnumerable<Field> OthersFieldsOf(Section section) => section.Fields.Where(f => f.FilledBy != FilledBy.Enterprise);

    /// <summary>The offices by province, where a field of the form offers them.</summary>
    public static IReadOnlyList<OfficeGroup> OfficesFor(Pack pack, Evaluation evaluation, AuthorityTree tree) =>
        pack
            .Form.Sections.Where(s => MayApply(s.Relevant, s.Code, evaluation))
            .SelectMany(s => s.Fields)
            .Where(f => MayApply(f.Relevant, f.Code, evaluation))
            .SelectMany(f => f is TableField table ? table.Fields : [f])
            .Any(f => f is AuthorityField)
            ?
            [
                .. tree
                    .Accepting.Where(a => a.IsOpenFor(pack.Code) || evaluation.Answers.Any(chosen => chosen.Value == a.Id))
                    .GroupBy(tree.ProvinceOf)
                    .Select(g => new OfficeGroup(g.Key, [.. g.Select(a => KeyValuePair.Create(a.Id, a.Name))])),
            ]
            : [];

    /// <summary>The sections to show: not those of other kinds of filing. Where only a few fields are open, what is asked comes first.</summary>
    public IEnumerable<Section> Sections
    {
        get
        {
            var shown = Pack.Form.Sections.Where(s => MayApply(s.Relevant, s.Code, Evaluation));
            return Kind.MayChange is null
                ? shown
                : shown.OrderBy(s => s.Fields.Any(f => f.FilledBy == FilledBy.Enterprise && !Kept.Contains(f.Code)) ? 0 : 1);
        }
    }

    public bool MayApply(Field field) => MayApply(field.Relevant, field.Code, Evaluation);

    /// <summary>What hangs on the kind of filing alone never comes up while somebody types.</summary>
    private static bool MayApply(Definitions.Expressions.Expression? relevant, string code, Evaluation evaluation) =>
        relevant is null || evaluation.Relevant.Contains(code) || relevant.Uses.Any(u => u != "filing.kind");

    public bool IsRelevant(string code) => Evaluation.Relevant.Contains(code);

    public bool IsRelevant(Section section) => section.Relevant is null || IsRelevant(section.Code);

    public IEnumerable<Problem> ProblemsOf(string control) => Problems.Where(p => p.Control == control);
}
