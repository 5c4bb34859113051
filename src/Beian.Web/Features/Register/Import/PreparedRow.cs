namespace Beian.Web.Features.Register.Import;

/// <summary>Rows that were worked out and wait to be written.</summary>
/// <param name="Batch">What the tables get of those that become entries.</param>
internal sealed record Prepared(
    int Rows,
    IReadOnlyList<PreparedRow> Good,
    IReadOnlyList<RowFault> Faults,
    int FaultyRows,
    EntryBatch Batch
);

/// <summary>A row that was worked out: what is compared with the register, and what is written.</summary>
/// <param name="Line">Where it begins in the file.</param>
/// <param name="State">How its entry stands; null: it waits for a decision.</param>
/// <param name="Number">登记表编号; empty for one that waits.</param>
/// <param name="CodeKey">The subject's code as codes are compared.</param>
/// <param name="Name">The subject's name.</param>
/// <param name="CodeControl">The control its code stands in.</param>
public sealed record PreparedRow(long Line, EntryState? State, string Number, string CodeKey, string Name, string CodeControl)
{
    /// <summary>All of it, where it waits.</summary>
    public LegacyRow? Waiting { get; init; }

    /// <summary>What is left to do for its entry, where it is to have one.</summary>
    public PreparedEntry? Entry { get; init; }
}

/// <summary>An entry whose rows stand in an <see cref="EntryBatch"/>.</summary>
/// <param name="Place">Which of them.</param>
/// <param name="Names">Its normalised names, one a line.</param>
/// <param name="Codes">Its normalised codes.</param>
/// <param name="Issued">What it counts in each of <see cref="IssuedNumbers"/>.</param>
public sealed record PreparedEntry(int Place, string Names, IReadOnlyList<string> Codes, long[] Issued);
