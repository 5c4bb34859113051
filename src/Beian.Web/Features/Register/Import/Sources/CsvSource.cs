using System.Text;

namespace Beian.Web.Features.Register.Import.Sources;

/// <summary>
/// Comma separated values (RFC 4180), also with tabs or semicolons, which the header tells. A row without end, or one with more than
/// <see cref="MostCharacters"/>, is told and reading goes on behind its first line: one forgotten quotation mark spoils one row, not the rest.
/// </summary>
public sealed class CsvSource(TextReader text) : RowSource
{
    /// <summary>No honest row is longer.</summary>
    public const int MostCharacters = 50_000;

    private static readonly Definitions.LocalizedText _endless = new(
        "引号没有闭合，或者这一行过长。",
        "A quotation mark is not closed, or the row is too long."
    );

    private static readonly char[] _separators = [',', '\t', ';'];

    private readonly LineReader _lines = new(text, MostCharacters);
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private Queue<string> _ahead = new();
    private long _line;
    private char _separator = ',';

    /// <summary>A quotation mark closed a cell within its text: what was open was closed by the first mark of another row.</summary>
    private bool _torn;

    public CsvSource(string path, Encoding encoding)
        : this(new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16)) { }

    public override IEnumerable<SourceRow> Rows()
    {
        var isHeader = true;
        while (Next() is { } line)
        {
            if (line.Length == 0)
                continue;
            if (isHeader)
                _separator = _separators.MaxBy(s => line.Span.Count(s));
            isHeader = false;
            yield return Read(line.Span);
        }
    }

    public override void Dispose() => text.Dispose();

    /// <summary>The next line, until the one behind it is read.</summary>
    private ReadOnlyMemory<char>? Next()
    {
        var line = _ahead.TryDequeue(out var waiting) ? waiting.AsMemory() : _lines.Next();
        if (line is not null)
            _line++;
        return line;
    }

    private SourceRow Read(ReadOnlySpan<char> line)
    {
        var (first, length) = (_line, line.Length);
        // By far most rows have no quotation mark: those are only cut.
        if (!line.Contains('"'))
            return length > MostCharacters ? new(first, [], _endless) : new(first, Split(line));
        _cells.Clear();
        _cell.Clear();
        _torn = false;
        var more = new List<string>();
        for (var open = Cut(line, false); open; open = Cut(more[^1], true))
        {
            if (length > MostCharacters || Next() is not { } next)
                return GoBack();
            more.Add(next.ToString());
            length += next.Length + 1;
            _cell.Append('\n');
        }
        if (_torn && more.Count > 0)
            return GoBack();
        _cells.Add(_cell.ToString());
        return length > MostCharacters ? new(first, [], _endless) : new(first, [.. _cells]);

        // Behind the first line.
        SourceRow GoBack()
        {
            _ahead = new(more.Concat(_ahead));
            _line = first;
            return new(first, [], _endless);
        }
    }

    private string[] Split(ReadOnlySpan<char> line)
    {
        var cells = new string[line.Count(_separator) + 1];
        var i = 0;
        foreach (var cell in line.Split(_separator))
            cells[i++] = line[cell].ToString();
        return cells;
    }

    /// <summary>Cuts a line into cells; the last one stays open.</summary>
    /// <returns>Whether the line ends within quotation marks.</returns>
    private bool Cut(ReadOnlySpan<char> rest, bool quoted)
    {
        while (true)
        {
            var length = quoted ? rest.IndexOf('"') : rest.IndexOfAny('"', _separator);
            if (length < 0)
            {
                _cell.Append(rest);
                return quoted;
            }
            var part = rest[..length];
            var mark = rest[length];
            rest = rest[(length + 1)..];
            if (mark == '"')
            {
                _cell.Append(part);
                quoted = Mark(quoted, ref rest);
            }
            else if (_cell.Length == 0)
                _cells.Add(part.ToString());
            else
            {
                _cells.Add(_cell.Append(part).ToString());
                _cell.Clear();
            }
        }
    }

    /// <summary>What a quotation mark means: it opens or closes a cell's text, or stands in it.</summary>
    /// <param name="rest">What is behind it; a second mark is taken from it where both mean one.</param>
    /// <returns>Whether what follows is within quotation marks.</returns>
    private bool Mark(bool quoted, ref ReadOnlySpan<char> rest)
    {
        if (quoted && (rest.Length == 0 || rest[0] != '"'))
        {
            _torn |= rest.Length > 0 && rest[0] != _separator;
            return false;
        }
        if (!quoted && _cell.Length == 0)
            return true;
        _cell.Append('"');
        if (quoted)
            rest = rest[1..];
        return quoted;
    }
}
