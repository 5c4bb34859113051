using Beian.Web.Scanning;

namespace Beian.Web.Features.Filings.Signing;

/// <summary>Reads uploaded scans of signed sheets. It takes up to some seconds and is done before any transaction.</summary>
public sealed class SheetScans(FileStore files, ScanReader reader) : IDisposable
{
    // A large photograph takes some ten megabytes and one core while it is read: not all uploads of a last day at once.
    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <param name="number">系统编号 of the filing the scan came for.</param>
    public async Task<SheetReading> ReadAsync(StoredFile file, string number, CancellationToken stop)
    {
        await _places.WaitAsync(stop);
        try
        {
            using var content = new MemoryStream((int)file.Length);
            await files.ReadAsync(file.Sha256, content, stop);
            var kind =
                file.Kind == FileKind.Pdf ? ScanKind.Pdf
                : file.Kind == FileKind.Png ? ScanKind.Png
                : ScanKind.Jpeg;
            var reading = await Task.Run(
                () => reader.Read(content.ToArray(), kind, text => SheetStamp.Parse(text)?.Number == number, stop),
                stop
            );
            return SheetReading.Of(reading.Texts, number);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
