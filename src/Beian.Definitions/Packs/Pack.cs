using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Sheets;

namespace Beian.Definitions.Packs;

/// <summary>A service as a folder of text, read, checked and compiled. Immutable and shared by all requests.</summary>
/// <param name="Service">What the service is (service.yaml).</param>
/// <param name="Form">What is filled in (form.yaml).</param>
/// <param name="Lifecycle">What can happen to a filing (lifecycle.yaml).</param>
/// <param name="Register">What the public sees (register.yaml).</param>
/// <param name="Laws">Laws and guides (laws/*.md), newest first.</param>
/// <param name="Sha256">Hash of the canonical JSON, lower-case hexadecimal.</param>
/// <param name="Json">The canonical JSON, which <see cref="PackReader.FromJson"/> reads again for ever.</param>
public sealed record Pack(
    ServiceDefinition Service,
    FormDefinition Form,
    LifecycleDefinition Lifecycle,
    RegisterDefinition Register,
    IReadOnlyList<Law> Laws,
    string Sha256,
    string Json
)
{
    /// <summary>The service's code: the folder's name and the URL's segment.</summary>
    public string Code => Service.Code;

    /// <summary>The definition version.</summary>
    public PackVersion Version => Service.Version;

    /// <summary>The sides of the printed form (sheets/*.yaml), in the order of printing; none for a service that prints nothing.</summary>
    public IReadOnlyList<Sheet> Sheets { get; init; } = [];

    /// <summary>A sheet by its code; null where there is none.</summary>
    public Sheet? FindSheet(string code) => Sheets.FirstOrDefault(s => s.Code == code);

    /// <summary>The names of the codes that find an entry of the register, as a list in a sentence.</summary>
    public LocalizedText CodesInWords
    {
        get
        {
            var labels = Register.Codes.Select(code => Form[code].Label).ToList();
            return new(Listed(labels.Select(l => l.Zh), "、", "或"), Listed(labels.Select(l => l.En), ", ", " or "));
        }
    }

    /// <summary>Everything that is uploaded with a filing: what the form asks for in its place, then what service.yaml lists.</summary>
    public IReadOnlyList<AttachmentDefinition> Attachments { get; private init; } =
    [.. Form.Fields.OfType<AttachmentField>().Select(a => a.Definition), .. Service.Attachments];

    /// <summary>The pack as a filing of a kind sees it: with the files that this kind asks for.</summary>
    public Pack For(string kind)
    {
        if (Lifecycle.Find(kind) is not { Attachments: { } asked } one)
            return this;
        List<AttachmentDefinition> beside = [.. Service.Attachments.Where(a => asked.Contains(a.Code))];
        return this with
        {
            Service = Service with { Attachments = beside },
            Attachments = [.. Form.Fields.OfType<AttachmentField>().Where(f => !one.Keeps(f.Code)).Select(f => f.Definition), .. beside],
        };
    }

    /// <summary>
    /// Hash of everything but texts, laws, migrations and the version itself, lower-case hexadecimal: equal where two packs differ
    /// in texts only, which is what a minor version may do.
    /// </summary>
    public string StructureSha256 => Structure.Hash(Content);

    /// <summary>How drafts of older major versions become drafts of this one (migrations/*.yaml).</summary>
    public IReadOnlyList<DraftMigration> Migrations { get; init; } = [];

    /// <summary>The pack's files as they were read.</summary>
    internal PackContent Content { get; init; } = PackContent.Empty;

    private static string Listed(IEnumerable<string> names, string comma, string or)
    {
        var all = names.Distinct(StringComparer.Ordinal).ToList();
        return all.Count == 1 ? all[0] : string.Join(comma, all[..^1]) + or + all[^1];
    }
}

/// <summary>service.yaml.</summary>
/// <param name="Code">Lower-case letters, digits and hyphens.</param>
/// <param name="Version">The definition version.</param>
/// <param name="Title">The service's name (对外贸易经营者备案登记).</param>
/// <param name="TileTitle">The name on the portal's tile (对外经营者备案).</param>
/// <param name="Summary">One sentence for its home.</param>
/// <param name="LegalBases">The instruments it rests on.</param>
/// <param name="OpenForNew">False closes new filings; queries and changes go on.</param>
/// <param name="AccountByFiling">Whether the first save may create the platform account.</param>
/// <param name="SubjectCodes">Field codes that, in this order, identify the enterprise (uscc, orgCode, regNo).</param>
/// <param name="NameField">The field with the enterprise's name.</param>
/// <param name="Routes">The ways of filing offered at the start; at least one.</param>
/// <param name="Attachments">What is uploaded with a filing besides what the form asks for in its place (<see cref="Pack.Attachments"/>).</param>
public sealed record ServiceDefinition(
    string Code,
    PackVersion Version,
    LocalizedText Title,
    LocalizedText TileTitle,
    LocalizedText Summary,
    IReadOnlyList<LegalBasis> LegalBases,
    bool OpenForNew,
    bool AccountByFiling,
    IReadOnlyList<string> SubjectCodes,
    string NameField,
    IReadOnlyList<Route> Routes,
    IReadOnlyList<AttachmentDefinition> Attachments
)
{
    /// <summary>The cases its home tells apart (新备案企业 …), each with what to do.</summary>
    public IReadOnlyList<Situation> Situations { get; init; } = [];

    /// <summary>
    /// The field of which an enterprise has one valid entry for each answer (特许品牌: one filing a brand); null: it has one entry of the service.
    /// </summary>
    public string? EntryPer { get; init; }

    /// <summary>
    /// Whether it is the profile of an account (用户信息) and not a filing of its own: an account has one, its approval is the confirmation,
    /// a change that waits is 待确认.
    /// </summary>
    public bool IsProfile { get; init; }

    /// <summary>How the answers say which authority reviews; null: the filer chooses one.</summary>
    public Territory? ReviewedBy { get; init; }

    /// <summary>What it reads of the account's profile; null: nothing.</summary>
    public ProfileUse? Profile { get; init; }

    /// <summary>What the printed form is called, within a sentence (登记表, 备案表).</summary>
    public LocalizedText SheetName { get; init; } = new("登记表", "sheet");

    /// <summary>Printing it, as a button or heading says it (打印登记表).</summary>
    public LocalizedText PrintSheet => new($"打印{SheetName.Zh}", $"Print the {SheetName.En}");

    /// <summary>The duties with a time limit that the enterprise is reminded of.</summary>
    public IReadOnlyList<DutyNotice> Notices { get; init; } = [];

    /// <summary>The attachment that is the printed sheet, signed and sealed; null where none is asked for.</summary>
    public AttachmentDefinition? SignedSheet => Attachments.FirstOrDefault(a => a.IsSignedSheet);
}

/// <summary>One of the cases a service's home tells apart, and what to do in it.</summary>
/// <param name="Title">Whom it is about (新备案企业).</param>
/// <param name="Text">What to do, in plain words.</param>
/// <param name="Action">Where its button leads.</param>
public sealed record Situation(LocalizedText Title, LocalizedText Text, SituationAction Action);

/// <summary>Where the button of a situation leads.</summary>
public enum SituationAction
{
    /// <summary>To a new filing.</summary>
    Start,

    /// <summary>To the sign-in.</summary>
    SignIn,

    /// <summary>To the public register.</summary>
    Search,
}

/// <summary>An instrument a service rests on.</summary>
public sealed record LegalBasis(
    LocalizedText Instrument,
    string? Article,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    LocalizedText? Note
);

/// <summary>A way of filing (统一社会信用代码, 其他).</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">Who chooses it.</param>
public sealed record Route(string Code, LocalizedText Label, LocalizedText? Hint)
{
    /// <summary>The levels of authority that take filings of this way (0 ministry … 3 district); empty: every office that gives codes.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];
}

/// <summary>A file that goes with a filing.</summary>
/// <param name="Code">Its code (fLicence).</param>
/// <param name="Label">Its name.</param>
/// <param name="Hint">What must be on it.</param>
/// <param name="Relevant">When it is offered; null: always.</param>
/// <param name="Required">When it is obligatory; null: never.</param>
/// <param name="MaxFiles">How many files it may have.</param>
public sealed record AttachmentDefinition(
    string Code,
    LocalizedText Label,
    LocalizedText? Hint,
    Expression? Relevant,
    Expression? Required,
    int MaxFiles
)
{
    /// <summary>Whether it is the printed sheet, signed and sealed: its scan is matched to what is filed. One of a service's attachments may be.</summary>
    public bool IsSignedSheet { get; init; }
}

/// <summary>A group of fields under one heading.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its heading; null for a group without one.</param>
/// <param name="Relevant">When it applies; null: always.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record Section(string Code, LocalizedText? Title, Expression? Relevant, IReadOnlyList<Field> Fields);

/// <summary>A rule across fields.</summary>
/// <param name="Code">A stable code, named by the problem.</param>
/// <param name="Level">Hard or soft.</param>
/// <param name="Control">The control its problem stands beside.</param>
/// <param name="Check">What must hold; missing: the rule is skipped unless <paramref name="Missing"/> says otherwise.</param>
/// <param name="Missing">How a missing value is read.</param>
/// <param name="Message">What is wrong when it does not hold.</param>
public sealed record RuleDefinition(
    string Code,
    Answers.ProblemLevel Level,
    string Control,
    Expression Check,
    MissingPolicy Missing,
    LocalizedText Message
);

/// <summary>How a rule reads missing values.</summary>
public enum MissingPolicy
{
    /// <summary>The rule says nothing.</summary>
    Skip,

    /// <summary>Missing numbers are zero.</summary>
    Zero,

    /// <summary>The rule fails.</summary>
    Fail,
}

/// <summary>register.yaml.</summary>
/// <param name="NumberField">The field with the permanent number (formNo).</param>
/// <param name="CodeField">The field with the code (ieCode).</param>
/// <param name="Names">Fields that a part of finds the entry (nameZh, nameEn).</param>
/// <param name="Codes">Fields that find the entry when given whole (ieCode, uscc, formNo).</param>
/// <param name="List">Fields in the list's columns.</param>
/// <param name="Entry">Fields on the entry's page and in its JSON, or single columns of a table (outlets.name). None of them may be personal.</param>
public sealed record RegisterDefinition(
    string NumberField,
    string CodeField,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> List,
    IReadOnlyList<string> Entry
)
{
    /// <summary>Whether everybody may look its entries up; false: they are for the enterprise and its authorities alone.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>What the search is called (经营者信息查询).</summary>
    public LocalizedText Title { get; init; } = new("备案信息查询", "Register search");

    /// <summary>A field as the entry's page shows it: a table with the columns that are public; null for one that is not shown.</summary>
    public Field? Shown(Field field) => Part(field, Entry);

    /// <summary>The same of all that the public sees somewhere: in lists, on the entry's page, as what is searched for.</summary>
    public Field? Public(Field field) => Part(field, [NumberField, CodeField, .. Names, .. Codes, .. List, .. Entry]);

    private static Field? Part(Field field, IReadOnlyCollection<string> codes)
    {
        if (field.Personal)
            return null;
        if (codes.Contains(field.Code))
            return field;
        return
            field is TableField table
            && table.Fields.Where(c => codes.Contains($"{table.Code}.{c.Code}")).ToList() is { Count: > 0 } columns
            ? table with
            {
                Fields = columns,
            }
            : null;
    }
}

/// <summary>A law or guide with its validity.</summary>
/// <param name="Code">File name without extension.</param>
/// <param name="Title">Its title.</param>
/// <param name="EffectiveFrom">In force from.</param>
/// <param name="EffectiveTo">In force to; null: still.</param>
/// <param name="Markdown">The text, in Chinese.</param>
public sealed record Law(string Code, LocalizedText Title, DateOnly EffectiveFrom, DateOnly? EffectiveTo, string Markdown);
