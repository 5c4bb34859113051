using System.Text;
using Beian.Definitions.Answers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Beian.Web.Features.Filings;

/// <summary>
/// Reads a posted form while it arrives: files go, encrypted, straight into the store; what is too long or not what it should be
/// is read to its end and told, so that the browser gets a page and not a broken connection.
/// </summary>
public sealed class FormReader(FileStore store)
{
    /// <summary>The bound of a request with files; beyond it even this reader hangs up.</summary>
    public const long MaxRequest = 240_000_000;

    /// <summary>The bound of everything typed. A form filled to the last character needs a tenth of it.</summary>
    public const int MaxText = 300_000;

    private const int MaxFields = 2000;

    /// <exception cref="BadHttpRequestException">The form is too large (413) or cannot be read (400).</exception>
    /// <param name="keepFiles">Judges by the name of a file's control whether the file is wanted.</param>
    public async Task<PostedForm> ReadAsync(HttpRequest request, Func<string, bool> keepFiles, CancellationToken stop)
    {
        try
        {
            var form = IsMultipart(request, out var boundary)
                ? await ReadMultipartAsync(request, boundary, keepFiles, stop)
                : new PostedForm(await ReadPlainAsync(request, stop), [], []);
            // From here on everybody who asks the request for its form (the antiforgery check) gets what was read.
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(form.Fields));
            return form;
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, e);
        }
    }

    private static bool IsMultipart(HttpRequest request, out string boundary)
    {
        boundary =
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
                : "";
        return boundary.Length is > 0 and <= 100;
    }

    private static async Task<IFormCollection> ReadPlainAsync(HttpRequest request, CancellationToken stop)
    {
        if (!request.HasFormContentType)
            return FormCollection.Empty;
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var total = 0L;
        int count;
        // Url-encoded Chinese takes three times the room.
        while ((count = await request.Body.ReadAsync(buffer, stop)) > 0)
            if ((total += count) <= 3 * MaxText)
                text.Write(buffer, 0, count);
        if (total > 3 * MaxText)
            throw TooLarge();
        var fields = new KeyValueAccumulator();
        foreach (var (name, value) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length)))
        foreach (var one in value)
            fields.Append(name, one ?? "");
        return fields.KeyCount > MaxFields ? throw TooLarge() : new FormCollection(fields.GetResults());
    }

    private async Task<PostedForm> ReadMultipartAsync(
        HttpRequest request,
        string boundary,
        Func<string, bool> keepFiles,
        CancellationToken stop
    )
    {
        var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 };
        var fields = new KeyValueAccumulator();
        var (files, problems) = (new List<ReceivedFile>(), new List<Problem>());
        var text = 0;
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                continue;
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (disposition.IsFileDisposition())
                await ReadFileAsync(section.Body, name, FileNameOf(disposition), keepFiles(name), files, problems, stop);
            else
            {
                var value = await ReadTextAsync(section.Body, MaxText - text, stop);
                text += name.Length + (value?.Length ?? MaxText);
                if (value is not null && text <= MaxText && fields.ValueCount < MaxFields)
                    fields.Append(name, value);
                else
                    text = MaxText + 1;
            }
        }
        return text > MaxText ? throw TooLarge() : new(new FormCollection(fields.GetResults()), files, problems);
    }

    private async Task ReadFileAsync(
        Stream body,
        string code,
        string fileName,
        bool wanted,
        List<ReceivedFile> files,
        List<Problem> problems,
        CancellationToken stop
    )
    {
        var head = new byte[FileKind.HeadLength];
        var count = await body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, stop);
        head = head[..count];
        // A file control left empty comes as a file without name and content.
        if (wanted && (fileName.Length > 0 || count > 0))
        {
            var name = ReceivedFile.CleanName(fileName);
            if (count == 0)
                problems.Add(ReceivedFile.Empty(code, name));
            else if (FileKind.Of(head) is not { } kind)
                problems.Add(ReceivedFile.WrongKind(code, name, FileKind.Describe(head)));
            else if (files.Count >= ReceivedFile.MaxFiles)
                problems.Add(ReceivedFile.TooMany(code, name, ReceivedFile.MaxFiles));
            else if (await store.KeepAsync(head, kind, body, ReceivedFile.MaxLength, stop) is { } stored)
                files.Add(new(code, name, stored));
            else
                problems.Add(ReceivedFile.TooLong(code, name));
        }
        await body.CopyToAsync(Stream.Null, stop);
    }

    /// <returns>The text; null when it is longer than <paramref name="limit"/> bytes.</returns>
    private static async Task<string?> ReadTextAsync(Stream body, int limit, CancellationToken stop)
    {
        using var text = new MemoryStream();
        var buffer = new byte[8 * 1024];
        var total = 0L;
        int count;
        while ((count = await body.ReadAsync(buffer, stop)) > 0)
            if ((total += count) <= limit)
                text.Write(buffer, 0, count);
        return total > limit ? null : Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static string FileNameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName)
            is { HasValue: true } name
            ? name.ToString()
            : "";

    private static BadHttpRequestException TooLarge() => new("The form is too large.", StatusCodes.Status413PayloadTooLarge);
}
