using System.Text;
using Beian.Definitions;

namespace Beian.Web.Channels;

/// <summary>A mail's subject and text, in Chinese with the English below.</summary>
/// <param name="subject">Its subject; both languages stand in it.</param>
public sealed class Letter(LocalizedText subject)
{
    private readonly StringBuilder _zh = new();
    private readonly StringBuilder _en = new();

    /// <summary>What it is about.</summary>
    public LocalizedText Title => subject;

    /// <summary>What it says in one language, for reading on the site.</summary>
    public string TextIn(Language language) => (language == Language.En ? _en : _zh).ToString();

    public string Subject => $"{subject.Zh} / {subject.En}";

    public string Text => $"{_zh}\n----------------------------------------\n\n{_en}";

    /// <summary>A line in each language.</summary>
    public Letter Say(string zh, string en)
    {
        _zh.Append(zh).Append('\n');
        _en.Append(en).Append('\n');
        return this;
    }

    /// <summary>A line with a name and a value, where there is one.</summary>
    public Letter Tell(string zh, string en, string? value) => string.IsNullOrEmpty(value) ? this : Say($"{zh}：{value}", $"{en}: {value}");

    /// <summary>An empty line.</summary>
    public Letter Gap() => Say("", "");
}
