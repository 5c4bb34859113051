using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Import;

/// <summary>Works out what the tables get of rows. Asks no database; for one thread, so that what it writes with is made once for many rows.</summary>
public sealed class EntryRows(Pack pack, Vault vault, long serviceId) : IDisposable
{
    private static readonly Func<string, bool> _all = _ => true;

    private readonly HashSet<string> _public =
    [
        .. pack.Form.Fields.SelectMany(f => f.Controls.Where(c => pack.Register.Public(f)?.Owns(c) == true)),
    ];

    private readonly HashSet<string> _personal = [.. pack.Form.Fields.Where(f => f.Personal).SelectMany(f => f.Controls)];
    private readonly SubjectSealer _subjects = vault.NewSubjects();
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private Utf8JsonWriter? _json;

    public EntryRow Of(LegacyRow row)
    {
        var answers = row.Answers;
        var shown = answers.Without(control => !_public.Contains(control));
        var search = SearchRow.Of(
            pack,
            row.Number,
            row.Code,
            row.Subject.Name,
            shown,
            row.AuthorityId,
            row.State!.Value,
            row.FirstApprovedOn,
            row.ApprovedOn
        );
        var (stored, key) = Seal(answers);
        return new(
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            ChinaTime.StartOf(row.FirstApprovedOn),
            ChinaTime.StartOf(row.ApprovedOn),
            TextOf(shown, _all).Text,
            stored,
            key,
            search,
            Gram.ListOf(serviceId, search.Names)
        );
    }

    public void Dispose()
    {
        _subjects.Dispose();
        _json?.Dispose();
    }

    /// <summary>As <see cref="SealedAnswers.Seal"/> does, with a key of its own where something is personal.</summary>
    private (SealedAnswers Answers, string? Key) Seal(AnswerSet answers)
    {
        var (text, count) = TextOf(answers, _all);
        var hash = Convert.ToHexStringLower(SHA256.HashData(_buffer.WrittenSpan));
        if (Write(answers, _personal.Contains) == 0)
            return (new(text, null, hash), null);
        var (key, secret) = _subjects.Seal(_buffer.WrittenSpan);
        return (new(TextOf(answers, c => !_personal.Contains(c)).Text, secret, hash), key);
    }

    private (string Text, int Count) TextOf(AnswerSet answers, Func<string, bool> keep)
    {
        var count = Write(answers, keep);
        return (Encoding.UTF8.GetString(_buffer.WrittenSpan), count);
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
