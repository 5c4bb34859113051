namespace Beian.Definitions.Packs;

/// <summary>Something wrong in a pack, with its place.</summary>
/// <param name="File">Path below the pack's folder (form.yaml).</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record Fault(string File, int Line, int Column, LocalizedText Message)
{
    /// <summary>The fault as <c>file:line:column: message</c>.</summary>
    public string In(Language language) => $"{File}:{Line}:{Column}: {Message.In(language)}";
}
