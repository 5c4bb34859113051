using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>A file that lies in the store.</summary>
/// <param name="Sha256">Hash of its content, which is its address.</param>
/// <param name="Length">Length of its content.</param>
/// <param name="Kind">What it is.</param>
public sealed record StoredFile(string Sha256, long Length, FileKind Kind);

/// <summary>
/// Attachments on disk: encrypted, under the hash of their content, never changed. A file is written, flushed, renamed and its folder
/// flushed before any row names it: what a row names survives a power loss.
/// </summary>
public sealed class FileStore(DataFolder folder, Vault vault, TimeProvider clock)
{
    private const string Unfinished = ".new";

    // Between the look whether a file is there and its use, none is taken away.
    private readonly Lock _coming = new();
    private readonly byte[] _key = vault.DeriveKey("files");

    /// <summary>Keeps a file whose kind was judged by its first bytes, given in <paramref name="head"/>.</summary>
    /// <returns>The stored file; null when it is longer than <paramref name="limit"/>.</returns>
    public async Task<StoredFile?> KeepAsync(byte[] head, FileKind kind, Stream rest, long limit, CancellationToken stop)
    {
        var draft = Path.Combine(folder.Files, $"{Guid.CreateVersion7():N}{Unfinished}");
        try
        {
            (long Length, string Sha256)? written;
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            {
                written = await SealedFile.WriteAsync(file, new HeadedStream(head, rest), _key, limit, stop);
                if (written is null)
                    return null;
                file.Flush(flushToDisk: true);
            }
            var (length, sha256) = written.Value;
            var path = PathOf(sha256);
            var parent = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(parent))
            {
                Directory.CreateDirectory(parent);
                DirectoryFlush.Flush(folder.Files);
            }
            var now = clock.GetUtcNow().UtcDateTime;
            lock (_coming)
            {
                // The same content again: the file that is there is as good, and wanted anew.
                if (!File.Exists(path))
                {
                    File.Move(draft, path);
                    DirectoryFlush.Flush(parent);
                }
                File.SetLastWriteTimeUtc(path, now);
            }
            return new(sha256, length, kind);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a file's content to <paramref name="target"/>.</summary>
    public async Task ReadAsync(string sha256, Stream target, CancellationToken stop)
    {
        await using var file = new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 0, useAsync: true);
        await SealedFile.ReadAsync(target, file, _key, stop);
    }

    /// <summary>The names of what lies in the store and was brought last before a moment, unfinished uploads among it.</summary>
    public IEnumerable<string> UntouchedSince(DateTime moment) =>
        Directory
            .EnumerateFiles(folder.Files, "*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < moment)
            .Select(path => Path.GetFileName(path));

    /// <summary>Takes a file away, unless it was brought again since a moment.</summary>
    /// <returns>Whether it is gone by this.</returns>
    public bool Remove(string name, DateTime untouchedSince)
    {
        var path = name.EndsWith(Unfinished, StringComparison.Ordinal) ? Path.Combine(folder.Files, name) : PathOf(name);
        lock (_coming)
        {
            if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= untouchedSince)
                return false;
            File.Delete(path);
            return true;
        }
    }

    private string PathOf(string sha256) => Path.Combine(folder.Files, sha256[..2], sha256);
}
