namespace Beian.Tests.Browser.Walks;

/// <summary>
/// What one service needs for its walk from the portal to the public register: everything that differs between services. The steps
/// themselves are <see cref="WalkTests"/>. Controls are filled in as they stand in the form, by their names; one that is not there yet is
/// waited for, brought by the button of the page without script, or added as a row of its table.
/// </summary>
internal sealed record ServiceWalk
{
    /// <summary>The service's code.</summary>
    public required string Service { get; init; }

    /// <summary>The enterprise that files.</summary>
    public required Sample Filer { get; init; }

    /// <summary>The office it files with.</summary>
    public string Authority { get; init; } = "A440100";

    /// <summary>What is typed to find that office.</summary>
    public string AuthorityQuery { get; init; } = "广州";

    /// <summary>The way of filing chosen at the start.</summary>
    public required string Route { get; init; }

    /// <summary>Control → answer in the order of filling in: a text, the code of a choice, codes joined by blanks for several.</summary>
    public required IReadOnlyList<(string Control, string Value)> Answers { get; init; }

    /// <summary>Attachments with the files to upload.</summary>
    public required IReadOnlyList<(string Code, string Path)> Files { get; init; }

    /// <summary>What is corrected when the officer returns the filing; the officer then sees the new value.</summary>
    public required (string Control, string Value) Correction { get; init; }

    /// <summary>What the officer fills in at approval.</summary>
    public IReadOnlyList<(string Control, string Value)> Decision { get; init; } = [];

    /// <summary>What stands on the enterprise's own sheets once it is entered, besides name, code, correction and number.</summary>
    public required IReadOnlyList<string> Printed { get; init; }

    /// <summary>What the public entry shows.</summary>
    public required IReadOnlyList<string> Public { get; init; }

    /// <summary>What it must not show.</summary>
    public required IReadOnlyList<string> Secret { get; init; }
}
