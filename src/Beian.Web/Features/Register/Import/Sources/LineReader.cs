using System.Text;

namespace Beian.Web.Features.Register.Import.Sources;

/// <summary>Lines of a text; of one that is longer than any honest line the rest is skipped, so that no file fills the memory.</summary>
internal sealed class LineReader(TextReader reader, int longest)
{
    private readonly char[] _buffer = new char[1 << 16];
    private int _at;
    private int _end;

    /// <summary>The next line without its end; null after the last.</summary>
    public string? Next()
    {
        StringBuilder? line = null;
        while (true)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, reader.Read(_buffer, 0, _buffer.Length));
                if (_end == 0)
                    return line?.ToString();
            }
            var rest = _buffer.AsSpan(_at, _end - _at);
            var length = rest.IndexOf('\n');
            var part = length < 0 ? rest : rest[..length];
            _at += length < 0 ? rest.Length : length + 1;
            if (length >= 0 && line is null)
                return new string(part.TrimEnd('\r'));
            line ??= new();
            line.Append(part[..Math.Min(part.Length, Math.Max(0, longest + 1 - line.Length))]);
            if (length >= 0)
                return line.ToString().TrimEnd('\r');
        }
    }
}
