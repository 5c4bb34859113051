using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;

namespace Beian.Web.Features.Office.Filings;

/// <summary>A field or attachment that reads differently in two revisions, or in two filings.</summary>
public sealed record Difference(string Code, LocalizedText Label, LocalizedText Old, LocalizedText New)
{
    private static readonly LocalizedText Hidden = new("（已修改，证件号已隐藏）", "(changed; the number is hidden)");

    /// <summary>What reads differently, in the order of the form. Personal numbers stay masked unless <paramref name="reveal"/>.</summary>
    public static IReadOnlyList<Difference> Between(Pack pack, AnswerSet old, AnswerSet now, bool reveal)
    {
        var differences = new List<Difference>();
        foreach (var field in pack.Form.Fields)
        {
            if (field.Format(old, Language.Zh) == field.Format(now, Language.Zh))
                continue;
            var (before, after) = (Read(field, old, reveal), Read(field, now, reveal));
            differences.Add(new(field.Code, field.Label, before, before == after ? Hidden : after));
        }
        return differences;
    }

    /// <summary>Attachments that came or went between two revisions.</summary>
    public static IEnumerable<Difference> Between(Pack pack, IReadOnlyList<Attachment> old, IReadOnlyList<Attachment> now) =>
        pack
            .Attachments.Select(a => new Difference(a.Code, a.Label, Names(a.Code, old), Names(a.Code, now)))
            .Where(d =>
                !old.Where(a => a.Code == d.Code).Select(a => a.Id).SequenceEqual(now.Where(a => a.Code == d.Code).Select(a => a.Id))
            );

    private static LocalizedText Read(Beian.Definitions.Fields.Field field, AnswerSet answers, bool reveal) =>
        reveal
            ? new(field.Format(answers, Language.Zh), field.Format(answers, Language.En))
            : new(field.FormatMasked(answers, Language.Zh), field.FormatMasked(answers, Language.En));

    private static LocalizedText Names(string code, IReadOnlyList<Attachment> attachments) =>
        string.Join("、", attachments.Where(a => a.Code == code).Select(a => a.FileName)) is var names ? new(names, names) : null!;
}
