using Beian.Definitions.Answers;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Signing;

namespace Beian.Web.Features.Filings;

/// <summary>Which files go with a filing after a save.</summary>
internal static class Attaching
{
    /// <summary>Adds the files that came and takes away those they replace, and the one the filer takes away, within the transaction of a save.</summary>
    /// <param name="attachments">Those there are; afterwards those that go with the filing.</param>
    /// <param name="stamp">Of the answers as they are saved now.</param>
    /// <returns>Why files were not kept.</returns>
    public static List<Problem> Attach(
        AppDb db,
        Filing filing,
        Entry entry,
        List<Attachment> attachments,
        SheetStamp stamp,
        Process process
    )
    {
        var problems = new List<Problem>();
        // A new signed sheet takes the place of those that are known to be wrong; the revisions they went with keep them.
        var superseded = entry.Files.Any(f => f.Sheet is not null)
            ? attachments.FindAll(a => a.Sheet == SheetFinding.OtherFiling || (a.SheetSha256 is { } printed && printed != stamp.Sha256))
            : [];
        foreach (var gone in attachments.FindAll(a => a.Id == entry.Removed || superseded.Contains(a)))
        {
            gone.Remove(process);
            attachments.Remove(gone);
        }
        foreach (var file in entry.Files)
        {
            var definition = entry.Pack.Attachments.First(a => a.Code == file.Code);
            var same = attachments.FindAll(a => a.Code == file.Code);
            if (same.Exists(a => a.Sha256 == file.Stored.Sha256))
                continue;
            // Where one file is meant, a new one takes the place of the old.
            if (definition.MaxFiles == 1 && same is [var former])
            {
                former.Remove(process);
                attachments.Remove(former);
            }
            else if (same.Count >= definition.MaxFiles)
            {
                problems.Add(ReceivedFile.TooMany(file.Code, file.FileName, definition.MaxFiles));
                continue;
            }
            if (attachments.Count >= ReceivedFile.MaxFiles)
            {
                problems.Add(ReceivedFile.TooMany(file.Code, file.FileName, ReceivedFile.MaxFiles));
                continue;
            }
            var stored = file.Stored;
            var attachment = new Attachment(
                filing,
                file.Code,
                file.FileName,
                stored.Kind.MediaType,
                stored.Length,
                stored.Sha256,
                process,
                file.Sheet
            );
            db.Add(attachment);
            attachments.Add(attachment);
        }
        return problems;
    }
}
