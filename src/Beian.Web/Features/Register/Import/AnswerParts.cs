using System.Buffers;
using System.Text.Json;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Register.Import;

/// <summary>
/// The JSON of a set's parts: who sees what is decided answer by answer, but each is written once and copied from there. One set after the other, for one thread.
/// </summary>
internal sealed class AnswerParts : IDisposable
{
    private readonly ArrayBufferWriter<byte> _all = new(4096);
    private readonly ArrayBufferWriter<byte> _part = new(4096);
    private readonly List<(string Name, int End)> _answers = [];
    private readonly Utf8JsonWriter _json;

    public AnswerParts() => _json = AnswerSet.NewWriter(_all);

    public void Read(AnswerSet answers)
    {
        _all.ResetWrittenCount();
        _json.Reset();
        _answers.Clear();
        _json.WriteStartObject();
        foreach (var (name, text) in answers)
        {
            _json.WriteString(name, text);
            _answers.Add((name, (int)(_json.BytesCommitted + _json.BytesPending)));
        }
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <summary>As <see cref="AnswerSet.ToJson"/> says it, until the next set is read.</summary>
    public ReadOnlySpan<byte> Json() => _all.WrittenSpan;

    /// <summary>The same of the names <paramref name="keep"/> holds for, until the next question.</summary>
    public ReadOnlySpan<byte> Json(Func<string, bool> keep)
    {
        _part.ResetWrittenCount();
        _part.Write("{"u8);
        var start = 1;
        foreach (var (name, end) in _answers)
        {
            if (keep(name))
            {
                var answer = _all.WrittenSpan[start..end];
                // All but the very first begin with a comma.
                _part.Write(_part.WrittenCount == 1 && start > 1 ? answer[1..] : answer);
            }
            start = end;
        }
        _part.Write("}"u8);
        return _part.WrittenSpan;
    }

    public void Dispose() => _json.Dispose();
}
