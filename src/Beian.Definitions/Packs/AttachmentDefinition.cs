using Beian.Definitions.Expressions;

namespace Beian.Definitions.Packs;

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
