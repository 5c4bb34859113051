using Beian.Web.Data.Bulk;

namespace Beian.Web.Features.Register.Import;

/// <summary>What the tables get of entries: rows that stand side by side.</summary>
public sealed class EntryBatch
{
    public BulkRows Entries { get; } = new();

    public BulkRows Versions { get; } = new();

    public BulkRows Texts { get; } = new();

    public void Clear()
    {
        Entries.Clear();
        Versions.Clear();
        Texts.Clear();
    }
}
