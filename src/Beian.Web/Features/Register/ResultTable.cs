using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Beian.Definitions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Search;
using Microsoft.AspNetCore.Html;

namespace Beian.Web.Features.Register;

/// <summary>
/// The table of results of one pack: its columns in both languages, made once. The rows are most of the page that is
/// asked for most, so they are written straight to it.
/// </summary>
public sealed class ResultTable
{
    private static readonly ConditionalWeakTable<Pack, ResultTable> Tables = [];
    private static readonly LocalizedText Authority = new("备案登记机关", "Filing authority");
    private static readonly LocalizedText State = new("状态", "State");

    // Types whose answer is shown as it is kept.
    private static readonly HashSet<string> PlainTypes = ["text", "uscc", "org-code", "reg-no", "postcode", "calculated"];

    private readonly string _entryLink;
    private readonly Column[] _columns;

    private ResultTable(Pack pack)
    {
        _entryLink = $"<a href=\"/register/{pack.Code}/";
        _columns = [.. pack.Register.List.Select(code => new Column(pack.Form.Fields.First(f => f.Code == code)))];
    }

    /// <summary>The headings, left to right.</summary>
    public IEnumerable<LocalizedText> Headings => [.. _columns.Select(c => c.Label), Authority, State];

    public static ResultTable Of(Pack pack) => Tables.GetValue(pack, p => new(p));

    /// <summary>The rows of the table's body.</summary>
    public IHtmlContent Rows(IReadOnlyList<(long Id, string Item)> items, AuthorityTree authorities, Language language) =>
        new RowsContent(this, items, authorities, language);

    private void Write(TextWriter writer, HtmlEncoder encoder, SearchItem item, AuthorityTree authorities, Language language)
    {
        writer.Write("<tr>");
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _columns[i];
            writer.Write(i == 0 ? "<th scope=\"row\">" : column.CellStart(language));
            if (i == 0)
            {
                writer.Write(_entryLink);
                encoder.Encode(writer, Uri.EscapeDataString(item.Number));
                writer.Write("\">");
            }
            encoder.Encode(writer, column.TextOf(item, language));
            writer.Write(i == 0 ? "</a></th>" : "</td>");
        }
        var state = Enum.Parse<EntryState>(item.State, ignoreCase: true);
        writer.Write(language == Language.En ? AuthorityStart.En : AuthorityStart.Zh);
        encoder.Encode(writer, authorities.Find(item.AuthorityId)?.Name ?? "");
        writer.Write("</td>");
        writer.Write(language == Language.En ? StateStart.En : StateStart.Zh);
        writer.Write("<span class=\"");
        writer.Write(state.Css);
        writer.Write("\">");
        encoder.Encode(writer, state.Text.In(language));
        writer.Write("</span></td></tr>\n");
    }

    private static readonly LocalizedText AuthorityStart = Start(Authority);
    private static readonly LocalizedText StateStart = Start(State);

    /// <summary>A cell's beginning; a card on the phone takes its caption from it.</summary>
    private static LocalizedText Start(LocalizedText label) => new(Start(label.Zh), Start(label.En));

    private static string Start(string label) => $"<td data-label=\"{HtmlEncoder.Default.Encode(label)}\">";

    private sealed class Column(Field source)
    {
        private readonly LocalizedText _start = Start(source.Label);
        private readonly bool _plain = PlainTypes.Contains(source.Type);

        public LocalizedText Label => source.Label;

        public string CellStart(Language language) => language == Language.En ? _start.En : _start.Zh;

        public string TextOf(SearchItem item, Language language) => _plain ? item[source.Code] : source.Format(item.Answers, language);
    }

    private sealed class RowsContent(
        ResultTable table,
        IReadOnlyList<(long Id, string Item)> items,
        AuthorityTree authorities,
        Language language
    ) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var (_, item) in items)
                table.Write(writer, encoder, SearchItem.Read(item), authorities, language);
        }
    }
}
