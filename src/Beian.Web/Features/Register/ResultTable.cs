using System.Runtime.CompilerServices;
using System.Text;
using Beian.Definitions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register;

/// <summary>The table of results of one pack: its columns in both languages, made once.</summary>
public sealed class ResultTable
{
    private static readonly ConditionalWeakTable<Pack, ResultTable> Tables = [];
    private static readonly Heading Authority = new(new("备案登记机关", "Filing authority"));
    private static readonly Heading State = new(new("状态", "State"));

    // Types whose answer is shown as it is kept.
    private static readonly HashSet<string> PlainTypes = ["text", "textarea", "uscc", "reg-no", "postcode", "phone"];

    private readonly byte[] _rowStart;
    private readonly Column[] _columns;

    private ResultTable(Pack pack)
    {
        _rowStart = Encoding.UTF8.GetBytes($"<tr><th scope=\"row\"><a href=\"/register/{pack.Code}/");
        _columns = [.. pack.Register.List.Select(code => new Column(pack.Form.Fields.First(f => f.Code == code)))];
    }

    public static ResultTable Of(Pack pack) => Tables.GetValue(pack, p => new(p));

    public void Write(HtmlBytes html, SearchResult result, AuthorityTree authorities, Language language)
    {
        html.Raw("<div class=\"table-frame\">\n<table class=\"table table-cards\">\n<caption>"u8)
            .Text(language == Language.En ? "" : "共 ")
            .Text(result.Total)
            .Raw(result.TotalIsCapped ? "+"u8 : ""u8)
            .Text(language == Language.En ? " found, newest first" : " 条，新备案在前")
            .Raw("</caption>\n<thead><tr>\n"u8);
        foreach (var column in _columns)
            column.Heading.Write(html, language);
        Authority.Write(html, language);
        State.Write(html, language);
        html.Raw("</tr></thead>\n<tbody>\n"u8);
        foreach (var (_, item) in result.Items)
            WriteRow(html, SearchItem.Read(item), authorities, language);
        html.Raw("</tbody>\n</table>\n</div>\n"u8);
    }

    private void WriteRow(HtmlBytes html, SearchItem item, AuthorityTree authorities, Language language)
    {
        html.Raw(_rowStart).Text(Uri.EscapeDataString(item.Number)).Raw("\">"u8);
        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _columns[i];
            if (i > 0)
                html.Raw(column.Heading.CellStart(language));
            if (column.IsPlain)
                html.Text(item.TextOf(column.Control));
            else
                html.Text(column.Field.Format(item.Answers, language));
            html.Raw(i == 0 ? "</a></th>"u8 : "</td>"u8);
        }
        html.Raw(Authority.CellStart(language)).Text(authorities.Find(item.AuthorityId)?.Name).Raw("</td>"u8);
        var state = item.State;
        html.Raw(State.CellStart(language)).Raw("<span class=\""u8).Text(state.Css).Raw("\">"u8);
        html.Text(state.Text.In(language)).Raw("</span></td></tr>\n"u8);
    }

    private sealed class Column(Field source)
    {
        public Field Field => source;

        public Heading Heading { get; } = new(source.Label);

        public byte[] Control { get; } = Encoding.UTF8.GetBytes(source.Code);

        public bool IsPlain { get; } = PlainTypes.Contains(source.Type);
    }

    /// <summary>A heading, and how a cell below it begins: a card on the phone takes its caption from that.</summary>
    private sealed class Heading(LocalizedText label)
    {
        private readonly (byte[] Zh, byte[] En) _cellStart = (Start(label.Zh), Start(label.En));

        public ReadOnlySpan<byte> CellStart(Language language) => language == Language.En ? _cellStart.En : _cellStart.Zh;

        public void Write(HtmlBytes html, Language language) => html.Raw("<th scope=\"col\">"u8).Text(label.In(language)).Raw("</th>\n"u8);

        private static byte[] Start(string label)
        {
            var bytes = new System.Buffers.ArrayBufferWriter<byte>();
            new HtmlBytes(bytes).Raw("<td data-label=\""u8).Text(label).Raw("\">"u8);
            return bytes.WrittenSpan.ToArray();
        }
    }
}
