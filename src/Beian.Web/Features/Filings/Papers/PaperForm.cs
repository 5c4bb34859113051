using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Beian.Web.Features.Filings.Papers;

/// <summary>A form that came with scans of documents.</summary>
/// <param name="Fields">What was typed.</param>
/// <param name="Files">The scans that are in order, those of earlier attempts among them.</param>
/// <param name="Kept">The same for the next attempt, sealed: nobody has to look for his files again because something else was wrong.</param>
/// <param name="Problems">What is wrong with the others.</param>
public sealed record PaperForm(IFormCollection Fields, IReadOnlyList<ReceivedFile> Files, string Kept, IReadOnlyList<ErrorLine> Problems)
{
    /// <summary>The control of the scans.</summary>
    public const string Control = "papers";

    /// <summary>The hidden control of what came before.</summary>
    public const string KeptControl = "papers.kept";

    /// <summary>More than anybody needs to say who he is.</summary>
    public const int Most = 6;

    /// <summary>Something typed, trimmed; empty where there is nothing.</summary>
    public string this[string control] => Fields[control].ToString().Trim();
}

/// <summary>Reads forms with scans of documents: each goes, encrypted, into the store while it arrives.</summary>
public sealed class PaperForms(FormReader reader, IAntiforgery antiforgery, Vault vault, TimeProvider clock, Texts texts)
{
    /// <summary>A file no row names is taken away after a day.</summary>
    private static readonly TimeSpan _keptFor = TimeSpan.FromHours(20);

    /// <returns>The form; null where it did not come from a page of this site.</returns>
    public async Task<PaperForm?> ReadAsync(HttpContext http, CancellationToken stop)
    {
        var form = await reader.ReadAsync(http.Request, name => name == PaperForm.Control, stop);
        if (!await antiforgery.IsRequestValidAsync(http))
            return null;
        var all = Open(form.Fields[PaperForm.KeptControl].ToString()).Concat(form.Files).DistinctBy(f => f.Stored.Sha256).ToList();
        var files = all.Take(PaperForm.Most).ToList();
        var problems = form.FileProblems.Concat(
            all.Skip(PaperForm.Most).Select(f => ReceivedFile.TooMany(PaperForm.Control, f.FileName, PaperForm.Most))
        );
        return new(
            form.Fields,
            files,
            files.Count == 0 ? "" : Seal(files),
            [.. problems.Select(p => new ErrorLine(PaperForm.Control, texts[p.Message]))]
        );
    }

    private string Seal(List<ReceivedFile> files) =>
        Convert.ToBase64String(
            vault.Seal(
                Encoding.UTF8.GetBytes(
                    JsonSerializer.Serialize(
                        new Kept(
                            clock.GetUtcNow().UtcDateTime,
                            files.ConvertAll(f => new KeptFile(f.FileName, f.Stored.Sha256, f.Stored.Length, f.Stored.Kind.MediaType))
                        )
                    )
                )
            )
        );

    private IEnumerable<ReceivedFile> Open(string kept)
    {
        if (kept.Length is 0 or > 8000)
            return [];
        try
        {
            var before = JsonSerializer.Deserialize<Kept>(vault.Open(Convert.FromBase64String(kept)))!;
            return before.At < clock.GetUtcNow().UtcDateTime - _keptFor
                ? []
                : before.Files.Select(f => new ReceivedFile(
                    PaperForm.Control,
                    f.Name,
                    new(f.Sha256, f.Length, FileKind.All.First(k => k.MediaType == f.MediaType))
                ));
        }
        catch (Exception e) when (e is FormatException or CryptographicException or OverflowException or JsonException)
        {
            return [];
        }
    }

    private sealed record Kept(DateTime At, List<KeptFile> Files);

    private sealed record KeptFile(string Name, string Sha256, long Length, string MediaType);
}
