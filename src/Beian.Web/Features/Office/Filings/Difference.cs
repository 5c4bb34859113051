using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Office.Filings.Redlines;

namespace Beian.Web.Features.Office.Filings;

/// <summary>A field or attachment that reads differently in two revisions, or in two filings.</summary>
/// <param name="Text">What was deleted and inserted. Empty where the difference is in numbers that are not shown.</param>
/// <param name="Table">The same of an answer in rows.</param>
public sealed record Difference(string Code, LocalizedText Label, Redline Text, TableRedline? Table = null)
{
    /// <summary>Whether only masked characters differ.</summary>
    public bool IsHidden => Table is null ? Text.IsSame : !Table.Changes.Any();

    /// <summary>What reads differently, in the order of the form. Personal numbers stay masked unless <paramref name="reveal"/>.</summary>
    public static IReadOnlyList<Difference> Between(Pack pack, AnswerSet old, AnswerSet now, bool reveal, Language language) =>
        [
            .. pack
                .Form.Fields.Where(f => f.Format(old, Language.Zh) != f.Format(now, Language.Zh))
                .Select(f => Of(f, old, now, reveal, language)),
        ];

    /// <summary>Attachments that came or went between two revisions.</summary>
    public static IEnumerable<Difference> Between(Pack pack, IReadOnlyList<Attachment> old, IReadOnlyList<Attachment> now) =>
        pack
            .Attachments.Select(a => (Kind: a, Old: FilesOf(a, old), Now: FilesOf(a, now)))
            .Where(x => !x.Old.Select(a => a.Id).SequenceEqual(x.Now.Select(a => a.Id)))
            .Select(x => new Difference(x.Kind.Code, x.Kind.Label, Files(x.Old, x.Now, (one, other) => one.Id == other.Id)));

    /// <summary>
    /// Attachments that came, went or were replaced since an entry's version, of those a filing is asked for. Files taken over have the same content; signed sheets
    /// are always new.
    /// </summary>
    public static IEnumerable<Difference> BetweenContents(Pack pack, IReadOnlyList<Attachment> old, IReadOnlyList<Attachment> now) =>
        pack
            .Attachments.Where(a => !a.IsSignedSheet)
            .Select(a => (Kind: a, Old: FilesOf(a, old), Now: FilesOf(a, now)))
            .Where(x => !x.Old.Select(a => a.Sha256).Order().SequenceEqual(x.Now.Select(a => a.Sha256).Order()))
            .Select(x => new Difference(x.Kind.Code, x.Kind.Label, Files(x.Old, x.Now, (one, other) => one.Sha256 == other.Sha256)));

    private static Difference Of(Field field, AnswerSet old, AnswerSet now, bool reveal, Language language)
    {
        var (before, after) = (Table(old), Table(now));
        return before is null && after is null
            ? new(field.Code, field.Label, Redline.Between(Read(old), Read(now)))
            : new(field.Code, field.Label, new([]), TableRedline.Between(before, after));

        AnswerTable? Table(AnswerSet answers) => field.IsBlank(answers) ? null : field.Tabulate(answers, language, !reveal);
        string Read(AnswerSet answers) => reveal ? field.Format(answers, language) : field.FormatMasked(answers, language);
    }

    private static List<Attachment> FilesOf(AttachmentDefinition kind, IReadOnlyList<Attachment> attachments) =>
        [.. attachments.Where(a => a.Code == kind.Code)];

    /// <summary>The names of the files; a file of the same name that is another one is deleted and inserted.</summary>
    private static Redline Files(List<Attachment> old, List<Attachment> now, Func<Attachment, Attachment, bool> same) =>
        new([
            .. old.Select(a => new Piece(now.Exists(n => same(a, n)) ? Mark.Same : Mark.Deleted, a.FileName)),
            .. now.Where(n => !old.Exists(a => same(a, n))).Select(n => new Piece(Mark.Inserted, n.FileName)),
        ]);
}
