using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Web;

namespace Beian.Web.Features.Register.Search;

/// <summary>What the search keeps of an entry.</summary>
/// <param name="Names">Its normalised names, one a line; old names are further lines.</param>
/// <param name="Codes">Its normalised codes.</param>
/// <param name="Item">JSON of its line in a list: no page of results opens the entries themselves.</param>
public sealed record SearchRow(string Names, IReadOnlyList<string> Codes, string Item)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The row of an entry under the pack in force.</summary>
    /// <param name="former">The public answers of its former versions, by which it is found still.</param>
    public static SearchRow Of(RegisterEntry entry, Pack pack, IReadOnlyList<AnswerSet> former) =>
        Of(
            pack,
            entry.Number,
            entry.Code,
            entry.Name,
            AnswerSet.FromJson(entry.PublicAnswers),
            entry.AuthorityId,
            entry.State,
            ChinaTime.DateAt(entry.FirstApprovedAt),
            ChinaTime.DateAt(entry.ApprovedAt),
            former
        );

    /// <summary>The row of an entry that is known by its parts only.</summary>
    public static SearchRow Of(
        Pack pack,
        string number,
        string code,
        string name,
        AnswerSet answers,
        string authorityId,
        EntryState state,
        DateOnly firstApproved,
        DateOnly approved,
        IReadOnlyList<AnswerSet>? former = null
    )
    {
        former ??= [];
        var register = pack.Register;
        var listed = pack
            .Form.Fields.Where(f => register.List.Contains(f.Code))
            .SelectMany(f => f is TableField ? answers.Where(a => f.Owns(a.Key)).Select(a => a.Key) : f.Controls);
        return new(
            NamesOf([name, .. Texts(answers, register.Names), .. former.SelectMany(a => Texts(a, register.Names))]),
            CodesOf([
                number,
                code,
                .. Texts(answers, register.Codes),
                .. former.SelectMany(a => Texts(a, [.. register.Codes, register.NumberField, register.CodeField])),
            ]),
            ItemOf(number, authorityId, state, firstApproved, approved, listed.Select(c => KeyValuePair.Create(c, answers[c] ?? "")))
        );
    }

    private static IEnumerable<string> Texts(AnswerSet answers, IEnumerable<string> fields) => fields.Select(f => answers[f] ?? "");

    /// <summary>Names as <see cref="Names"/> holds them.</summary>
    private static string NamesOf(IEnumerable<string> names) =>
        string.Join('\n', names.Select(SearchText.Normalise).Where(n => n.Length > 0).Distinct());

    /// <summary>Codes as <see cref="Codes"/> holds them.</summary>
    private static IReadOnlyList<string> CodesOf(IEnumerable<string> codes) =>
        [.. codes.Select(SearchText.Code).Where(c => c.Length > 0).Distinct()];

    /// <summary>The line of an entry, as <see cref="SearchItem"/> reads it.</summary>
    private static string ItemOf(
        string number,
        string authorityId,
        EntryState state,
        DateOnly firstApproved,
        DateOnly approved,
        IEnumerable<KeyValuePair<string, string>> fields
    )
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("number"u8, number);
            json.WriteString("state"u8, state.ToString().ToLowerInvariant());
            json.WriteString("authority"u8, authorityId);
            json.WriteString("firstApprovedOn"u8, firstApproved.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("approvedOn"u8, approved.ToString("O", CultureInfo.InvariantCulture));
            json.WriteStartObject("fields"u8);
            foreach (var (field, text) in fields)
                if (text.Length > 0)
                    json.WriteString(field, text);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
