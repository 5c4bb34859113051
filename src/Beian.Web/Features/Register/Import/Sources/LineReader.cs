namespace Beian.Web.Features.Register.Import.Sources;

/// <summary>Lines of a text; of one that is longer than any honest line the rest is skipped, so that no file fills the memory.</summary>
internal sealed class LineReader(TextReader reader, int longest)
{
    private readonly char[] _buffer = new char[Math.Max(1 << 16, 2 * longest)];
    private int _at;
    private int _end;

    /// <summary>The next line without its end, until the one behind it is read; null after the last.</summary>
    public ReadOnlyMemory<char>? Next()
    {
        while (true)
        {
            var rest = _buffer.AsMemory(_at, _end - _at);
            if (rest.Span.IndexOf('\n') is >= 0 and var length)
            {
                _at += length + 1;
                return Bounded(rest[..length]);
            }
            if (rest.Length > longest)
            {
                var head = rest[..(longest + 1)].ToArray();
                SkipLine();
                return head;
            }
            if (Fill())
                continue;
            if (_end == 0)
                return null;
            (_at, _end) = (0, 0);
            return Bounded(_buffer.AsMemory(0, rest.Length));
        }
    }

    private ReadOnlyMemory<char> Bounded(ReadOnlyMemory<char> line) => (line.Length > longest ? line[..(longest + 1)] : line).TrimEnd('\r');

    private void SkipLine()
    {
        do _at = _buffer.AsSpan(_at, _end - _at).IndexOf('\n') is >= 0 and var length ? _at + length + 1 : _end;
        while (_at == _end && _buffer[_end - 1] != '\n' && Fill());
    }

    /// <summary>Reads on behind what is left.</summary>
    /// <returns>False at the end of the text.</returns>
    private bool Fill()
    {
        var left = _end - _at;
        _buffer.AsSpan(_at, left).CopyTo(_buffer);
        var read = reader.Read(_buffer, left, _buffer.Length - left);
        (_at, _end) = (0, left + read);
        return read > 0;
    }
}
