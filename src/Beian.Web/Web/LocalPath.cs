namespace Beian.Web.Web;

/// <summary>Where to go back to: a path of this site or, for anything else, the portal.</summary>
public static class LocalPath
{
    public static string OrHome(string? path) => IsLocal(path) ? path! : "/";

    /// <summary>Browsers read a backslash as a slash and drop control characters, so //evil has several spellings.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && path.Length <= 2000 && !path.Any(char.IsControl);
}
