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
