using System.Security.Cryptography;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Import;

/// <summary>Works out what the tables get of rows. Asks no database; for one thread, so that what it writes with is made once for many rows.</summary>
public sealed class EntryRows : IDisposable
{
    private readonly Pack _pack;
    private readonly SubjectSealer _subjects;
    private readonly HashSet<string> _shown;
    private readonly HashSet<string> _personal;
    private readonly AnswerParts _parts = new();
    private readonly SearchItemWriter _items = new();

    public EntryRows(Pack pack, Vault vault)
    {
        (_pack, _subjects) = (pack, vault.NewSubjects());
        _shown = pack.Form.Fields.SelectMany(f => f.Controls.Where(c => pack.Register.Public(f)?.Owns(c) == true)).ToHashSet();
        _personal = pack.Form.Fields.Where(f => f.Personal).SelectMany(f => f.Controls).ToHashSet();
    }

    public EntryRow Of(LegacyRow row)
    {
        var search = SearchRow.Of(
            _items,
            _pack,
            row.Number,
            row.Code,
            row.Subject.Name,
            row.Answers.Without(IsHidden),
            row.AuthorityId,
            row.State!.Value,
            row.FirstApprovedOn,
            row.ApprovedOn
        );
        _parts.Read(row.Answers);
        var (personal, key) = SealPersonal();
        return new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            ChinaTime.StartOf(row.FirstApprovedOn),
            ChinaTime.StartOf(row.ApprovedOn),
            new(_parts.Json(_shown.Contains).ToArray()),
            new(_parts.Json(IsPlain).ToArray()),
            personal,
            Convert.ToHexStringLower(SHA256.HashData(_parts.Json())),
            key,
            search
        );
    }

    public void Dispose()
    {
        _subjects.Dispose();
        _items.Dispose();
        _parts.Dispose();
    }

    /// <summary>As <see cref="SealedAnswers.Seal"/> does, with a key of its own where something is personal.</summary>
    private (string? Personal, string? Key) SealPersonal()
    {
        var personal = _parts.Json(_personal.Contains);
        if (personal.Length <= "{}".Length)
            return (null, null);
        var (key, secret) = _subjects.Seal(personal);
        return (secret, key);
    }

    private bool IsHidden(string control) => !_shown.Contains(control);

    private bool IsPlain(string control) => !_personal.Contains(control);
}
