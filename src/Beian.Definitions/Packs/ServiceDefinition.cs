namespace Beian.Definitions.Packs;

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
