using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Beian.Definitions.Answers;
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
    private static readonly Func<string, bool> _all = _ => true;

    private readonly Pack _pack;
    private readonly long _serviceId;
    private readonly SubjectSealer _subjects;
    private readonly Func<string, bool> _isHidden;
    private readonly Func<string, bool> _isPersonal;
    private readonly Func<string, bool> _isNotPersonal;
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly SearchItemWriter _items = new();
    private Utf8JsonWriter? _json;

    public EntryRows(Pack pack, Vault vault, long serviceId)
    {
        (_pack, _serviceId, _subjects) = (pack, serviceId, vault.NewSubjects());
        var shown = pack.Form.Fields.SelectMany(f => f.Controls.Where(c => pack.Register.Public(f)?.Owns(c) == true)).ToHashSet();
        var personal = pack.Form.Fields.Where(f => f.Personal).SelectMany(f => f.Controls).ToHashSet();
        _isHidden = control => !shown.Contains(control);
        _isPersonal = personal.Contains;
        _isNotPersonal = control => !personal.Contains(control);
    }

    public EntryRow Of(LegacyRow row)
    {
        var answers = row.Answers;
        var shown = answers.Without(_isHidden);
        var search = SearchRow.Of(
            _items,
            _pack,
            row.Number,
            row.Code,
            row.Subject.Name,
            shown,
            row.AuthorityId,
            row.State!.Value,
            row.FirstApprovedOn,
            row.ApprovedOn
        );
        var (plain, personal, hash, key) = Seal(answers);
        return new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            ChinaTime.StartOf(row.FirstApprovedOn),
            ChinaTime.StartOf(row.ApprovedOn),
            TextOf(shown, _all),
            plain,
            personal,
            hash,
            key,
            search,
            Gram.EachOf(_serviceId, search.Names)
        );
    }

    public void Dispose()
    {
        _subjects.Dispose();
        _items.Dispose();
        _json?.Dispose();
    }

    /// <summary>As <see cref="SealedAnswers.Seal"/> does, with a key of its own where something is personal.</summary>
    private (Utf8Text Plain, string? Personal, string Sha256, string? Key) Seal(AnswerSet answers)
    {
        Write(answers, _all);
        var hash = Convert.ToHexStringLower(SHA256.HashData(_buffer.WrittenSpan));
        if (Write(answers, _isPersonal) == 0)
            return (TextOf(answers, _all), null, hash, null);
        var (key, secret) = _subjects.Seal(_buffer.WrittenSpan);
        return (TextOf(answers, _isNotPersonal), secret, hash, key);
    }

    private Utf8Text TextOf(AnswerSet answers, Func<string, bool> keep)
    {
        Write(answers, keep);
        return new(_buffer.WrittenSpan.ToArray());
    }

    /// <summary>Leaves the JSON of some of the answers in the buffer.</summary>
    /// <returns>How many they are.</returns>
    private int Write(AnswerSet answers, Func<string, bool> keep)
    {
        _buffer.ResetWrittenCount();
        if (_json is null)
            _json = AnswerSet.NewWriter(_buffer);
        else
            _json.Reset();
        return answers.WriteTo(_json, keep);
    }
}
