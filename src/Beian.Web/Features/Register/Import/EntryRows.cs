using System.Collections.Frozen;
using System.Security.Cryptography;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Import;

/// <summary>Works out what the tables get of rows. Asks no database; for one thread, so that what it writes with is made once for many rows.</summary>
public sealed class EntryRows : IDisposable
{
    private static readonly Dictionary<EntryState, string> _states = Enum.GetValues<EntryState>().ToDictionary(s => s, s => s.ToString());

    private readonly Pack _pack;
    private readonly IssuedNumbers _issued;
    private readonly SubjectSealer _subjects;
    private readonly NewIds _ids;
    private readonly Func<string, bool> _isShown;
    private readonly Func<string, bool> _isHidden;
    private readonly Func<string, bool> _isPersonal;
    private readonly Func<string, bool> _isPlain;
    private readonly AnswerParts _parts = new();
    private readonly SearchItemWriter _items = new();

    public EntryRows(Pack pack, Vault vault, TimeProvider clock)
    {
        (_pack, _issued, _subjects, _ids) = (pack, new(pack), vault.NewSubjects(), new(clock));
        var shown = pack.Form.Fields.SelectMany(f => f.Controls.Where(c => pack.Register.Public(f)?.Owns(c) == true)).ToFrozenSet();
        var personal = pack.Form.Fields.Where(f => f.Personal).SelectMany(f => f.Controls).ToFrozenSet();
        // Each once: it is asked of every answer.
        (_isShown, _isHidden) = (shown.Contains, c => !shown.Contains(c));
        (_isPersonal, _isPlain) = (personal.Contains, c => !personal.Contains(c));
    }

    /// <summary>The columns of entries: first those of <see cref="SameEntry"/>.</summary>
    public const string EntryColumns =
        "service definition_version filing_id revision version register_major "
        + "id public_id number code code_key name public_answers authority_id state first_approved_at approved_at";

    /// <summary>What all entries have.</summary>
    public static BulkRows SameEntry(Pack pack) =>
        new BulkRows().Begin().Add(pack.Code).Add(pack.Version.ToString()).Add(Guid.Empty).Add(0).Add(1).Add(pack.Version.Major);

    /// <summary>The columns of versions: first those of <see cref="SameVersion"/>.</summary>
    public const string VersionColumns =
        "version filing_id revision kind definition_version "
        + "sha256 id entry_id answers personal_answers subject_key approved_at number code authority_id";

    /// <summary>The hash of all answers of an entry, as a version keeps it.</summary>
    public static ReadOnlySpan<byte> Sha256Of(EntryBatch batch, PreparedEntry entry) => batch.Versions.FirstOf(entry.Place).Span;

    /// <summary>What all first versions have.</summary>
    public static BulkRows SameVersion(Pack pack) =>
        new BulkRows().Begin().Add(1).Add(Guid.Empty).Add(0).Add(pack.Lifecycle.Kinds[0].Code).Add(pack.Version.ToString());

    /// <summary>The columns of what the search keeps.</summary>
    public const string TextColumns = "entry_id names item";

    /// <summary>Puts the rows of an entry behind those of others.</summary>
    public PreparedEntry Add(LegacyRow row, EntryBatch batch)
    {
        var search = SearchRow.Of(
            _items,
            _pack,
            row.Number,
            row.Code,
            row.Subject.Name,
            row.Answers.Without(_isHidden),
            row.AuthorityId,
            row.State!.Value,
            row.FirstApprovedOn,
            row.ApprovedOn
        );
        _parts.Read(row.Answers);
        var id = _ids.Next();
        batch
            .Entries.Begin()
            .Add(0L)
            .Add(id)
            .Add(row.Number)
            .Add(row.Code)
            .Add(row.CodeKey)
            .Add(row.Subject.Name)
            .AddText(_parts.Json(_isShown))
            .Add(row.AuthorityId)
            .Add(_states[row.State.Value])
            .Add(ChinaTime.StartOf(row.FirstApprovedOn))
            .Add(ChinaTime.StartOf(row.ApprovedOn));
        AddSha256(batch.Versions.Begin());
        batch.Versions.Add(_ids.Next()).Add(id).AddText(_parts.Json(_isPlain));
        AddPersonal(batch.Versions);
        batch.Versions.Add(ChinaTime.StartOf(row.ApprovedOn)).Add(row.Number).Add(row.Code).Add(row.AuthorityId);
        batch.Texts.Begin().Add(0L).Add(search.Names).AddText(search.Item);
        return new(batch.Entries.Count - 1, search.Names, search.Codes, _issued.Of(row.Answers));
    }

    public void Dispose()
    {
        _subjects.Dispose();
        _items.Dispose();
        _parts.Dispose();
    }

    private void AddSha256(BulkRows versions)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(_parts.Json(), hash);
        Convert.TryToHexStringLower(hash, text, out _);
        versions.AddText(text);
    }

    /// <summary>As <see cref="SealedAnswers.Seal"/> does, with a key of its own where something is personal.</summary>
    private void AddPersonal(BulkRows versions)
    {
        var personal = _parts.Json(_isPersonal);
        if (personal.Length <= "{}".Length)
        {
            versions.AddNull().AddNull();
            return;
        }
        var (key, secret) = _subjects.Seal(personal);
        versions.AddText(secret.Span).AddText(key.Span);
    }
}
