using System.Text;
using System.Text.Json;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Audit;

/// <summary>A seal as it is exported.</summary>
public sealed record Head(long Number, string Sha256, DateTime SealedAt, string KeyId, string Signature);

/// <summary>
/// The heads of the chain in a file that only grows, one line of JSON a seal. Who cuts off the end of the chain in the
/// database cannot make the lines disappear that were copied from here to another place.
/// </summary>
public sealed class HeadsFile(string path)
{
    private const int Page = 500;

    /// <summary>The heads in the file. A last line cut short by a crash is none.</summary>
    public async Task<IReadOnlyList<Head>> ReadAsync(CancellationToken stop)
    {
        if (!File.Exists(path))
            return [];
        var text = await ReadTextAsync(stop);
        return
        [
            .. text[..(text.LastIndexOf('\n') + 1)]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => JsonSerializer.Deserialize<Head>(l, JsonSerializerOptions.Web)!),
        ];
    }

    /// <summary>Adds the seals that are not in the file yet, and flushes.</summary>
    /// <param name="after">The last number known to be in the file; null: look.</param>
    /// <returns>The last number that is in the file now.</returns>
    public async Task<long> CatchUpAsync(AppDb db, long? after, CancellationToken stop)
    {
        var last = after ?? (await ReadAsync(stop)).Select(h => h.Number).DefaultIfEmpty(0).Max();
        while (true)
        {
            var heads = await db
                .Seals.Where(s => s.Number > last)
                .OrderBy(s => s.Number)
                .Select(s => new Head(s.Number, s.Sha256, s.SealedAt, s.KeyId, s.Signature))
                .Take(Page)
                .ToListAsync(stop);
            if (heads.Count == 0)
                return last;
            await AppendAsync(heads, stop);
            last = heads[^1].Number;
        }
    }

    private async Task AppendAsync(IEnumerable<Head> heads, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = await OpenAsync(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, stop);
        file.SetLength(EndOfLastLine(file));
        file.Seek(0, SeekOrigin.End);
        var lines = string.Concat(heads.Select(h => JsonSerializer.Serialize(h, JsonSerializerOptions.Web) + "\n"));
        await file.WriteAsync(Encoding.UTF8.GetBytes(lines), stop);
        file.Flush(flushToDisk: true);
    }

    private async Task<string> ReadTextAsync(CancellationToken stop)
    {
        await using var file = await OpenAsync(FileMode.Open, FileAccess.Read, FileShare.Read, stop);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(stop);
    }

    /// <summary>Nodes may share the folder: each waits for its turn. A line written by two of them is there twice and does no harm.</summary>
    private async Task<FileStream> OpenAsync(FileMode mode, FileAccess access, FileShare share, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return new FileStream(path, mode, access, share);
            }
            catch (IOException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), stop);
            }
    }

    private static long EndOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
                return end;
        }
        return 0;
    }
}
