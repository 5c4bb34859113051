using Beian.Definitions.Answers;
using Beian.Web.Web;

namespace Beian.Web.Features.Shared.Fields;

/// <summary>“Why must this be filled in?” in a sentence or two, the same from the page and from <c>/check</c>.</summary>
public static class Why
{
    /// <summary>What is said; null where nothing decided it.</summary>
    /// <param name="required">Whether the field must be filled in as things stand.</param>
    public static string? Of(Explanation? explanation, bool required, Texts texts)
    {
        if (explanation is null)
            return null;
        List<string> sentences = [];
        if (explanation.Relevant.Count > 0)
            sentences.Add(texts["这一项适用，因为", "It applies because of "] + List(explanation.Relevant, texts));
        if (explanation.Required.Count > 0)
            sentences.Add(
                (
                    required
                        ? texts["这一项必填，因为", "It must be filled in because of "]
                        : texts["这一项可以不填，因为", "It may be left blank because of "]
                ) + List(explanation.Required, texts)
            );
        return string.Concat(sentences);
    }

    /// <summary>The values that a problem compared; null where its message says everything.</summary>
    public static string? Compared(Problem problem, Texts texts) =>
        problem.Used.Count == 0 ? null : texts["用到的值：", "Values used: "] + List(problem.Used, texts);

    private static string List(IReadOnlyList<Reason> reasons, Texts texts) =>
        string.Join(texts["；", "; "], reasons.Select(r => texts[r.Label] + texts["为“", ": "] + texts[r.Text] + texts["”", ""]))
        + texts["。", ". "];
}
