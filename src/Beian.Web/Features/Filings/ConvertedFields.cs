using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>
/// What a save changed in the typing (full-width punctuation in English). The page it leads to names the fields in its address, so that
/// it is said there too, and once.
/// </summary>
public static class ConvertedFields
{
    private const string Key = "converted";
    private const int Most = 20;

    private static readonly LocalizedText Said = new(
        "已将全角标点换成半角，请核对。",
        "Full-width punctuation was made half-width; please check it."
    );

    /// <summary>The address of the page after a save of these answers, as typed.</summary>
    public static string After(string url, Pack pack, AnswerSet typed)
    {
        var controls = pack.Form.Conversions(typed).Select(c => c.Control).Take(Most).ToList();
        return controls.Count == 0 ? url : WithControls(url, controls);
    }

    /// <summary>An address that names the same controls.</summary>
    public static string WithControls(string url, IReadOnlyList<string> controls) =>
        controls.Count == 0 ? url : $"{url}{(url.Contains('?') ? '&' : '?')}{Key}={Uri.EscapeDataString(string.Join(',', controls))}";

    /// <summary>The controls that the address of this page names.</summary>
    public static IReadOnlyList<string> Named(HttpRequest request, Pack pack) =>
        [.. request.Query[Key].ToString().Split(',').Where(c => pack.Form.Accepts(c)).Distinct().Take(Most)];

    /// <summary>What is said beside the controls: of a form that came what was changed, on the page it led to that it was.</summary>
    public static IReadOnlyDictionary<string, LocalizedText> Of(HttpRequest request, Pack pack, AnswerSet? typed) =>
        typed is null
            ? Named(request, pack).ToDictionary(c => c, _ => Said)
            : pack.Form.Conversions(typed).ToDictionary(c => c.Control, c => c.Text);
}
