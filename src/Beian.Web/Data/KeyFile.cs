using System.Text;

namespace Beian.Web.Data;

/// <summary>A key in a file of its own: made at the first need, readable by its owner only, never overwritten.</summary>
public static class KeyFile
{
    /// <summary>The key's text; where there is no file yet, what <paramref name="make"/> returns, written and flushed first.</summary>
    public static string ReadOrMake(string path, Func<string> make)
    {
        if (!File.Exists(path))
            Make(path, make());
        return File.ReadAllText(path).Trim();
    }

    private static void Make(string path, string key)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "." + Guid.CreateVersion7().ToString("N");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(key));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // another node that started at the same time was first: its key counts
        }
    }
}
