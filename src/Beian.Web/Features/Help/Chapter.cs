using System.Collections.Frozen;
using Beian.Definitions;

namespace Beian.Web.Features.Help;

/// <summary>A chapter of the operating guide: two texts, <c>Guides/{Code}.zh.md</c> and <c>.en.md</c>, for some pages of the site.</summary>
/// <param name="Code">Its code, the last part of its address.</param>
/// <param name="Readers">For whom it is.</param>
/// <param name="Pages">What the addresses of its pages look like; * stands for one part that differs.</param>
public sealed record Chapter(string Code, Readers Readers, params string[] Pages)
{
    /// <summary>All chapters, in the order of reading.</summary>
    public static IReadOnlyList<Chapter> All { get; } =
    [
        new("portal", Readers.Everybody, "/", "/account/new"),
        new(
            "account",
            Readers.Everybody,
            "/account",
            "/account/sign-in",
            "/account/registration",
            "/account/password-reset",
            "/account/user-names",
            "/resets"
        ),
        new("workbench", Readers.Enterprises, "/workbench", "/workbench/*", "/appointments"),
        new("members", Readers.Enterprises, "/enterprise"),
        new("services", Readers.Enterprises, "/services/*", "/services/*/start", "/services/*/authorities"),
        new("form", Readers.Enterprises, "/filings/new", "/filings/*/form", "/filings/*/saved", "/filings/*/authority"),
        new("sheets", Readers.Enterprises, "/filings/*/sheets", "/filings/*/attachments", "/services/*/print", "/services/*/blank"),
        new("submission", Readers.Enterprises, "/filings/*/submission", "/filings/*/withdrawal"),
        new("filings", Readers.Enterprises, "/filings", "/filings/*", "/filings/*/change", "/filings/*/rating"),
        new("messages", Readers.Enterprises, "/messages", "/filings/*/messages", "/progress"),
        new("register", Readers.Everybody, "/register", "/register/*", "/services/*/laws"),
        new("help", Readers.Everybody, "/help", "/tickets"),
        new("office", Readers.Authorities, "/office", "/office/queue", "/office/batch", "/office/tickets", "/office/ratings"),
        new("case", Readers.Authorities, "/office/filings"),
        new("ledger", Readers.Authorities, "/office/ledger", "/office/ledger/approvals", "/office/entries", "/office/duties"),
        new("enterprises", Readers.Authorities, "/office/enterprises", "/office/resets", "/office/papers"),
        new(
            "administration",
            Readers.Authorities,
            "/office/officers",
            "/office/authorities",
            "/office/holidays",
            "/office/log",
            "/office/parities"
        ),
    ];

    private static readonly FrozenDictionary<string, string> _texts = ReadTexts();

    /// <summary>Its Markdown; the first line is its title.</summary>
    public string Text(Language language) => _texts[$"{Code}.{(language == Language.En ? "en" : "zh")}.md"];

    public string Title(Language language) => Text(language).Split('\n', 2)[0].TrimStart('#', ' ').Trim();

    /// <summary>What follows the title.</summary>
    public string Body(Language language) => Text(language).Split('\n', 2)[1];

    public static Chapter? Find(string code) => All.FirstOrDefault(g => g.Code == code);

    /// <summary>The chapter for a page: of those whose pages begin like it, the one that says most; null where none does.</summary>
    public static Chapter? ForPage(string path)
    {
        var parts = Parts(path);
        return All.Select(g => (Chapter: g, Length: g.Pages.Max(p => Fits(Parts(p), parts))))
            .Where(g => g.Length >= 0)
            .OrderByDescending(g => g.Length)
            .Select(g => g.Chapter)
            .FirstOrDefault();
    }

    // How well a page's address fits: each part that is the same counts for more than one that may differ.
    private static int Fits(string[] pattern, string[] path)
    {
        if (pattern.Length > path.Length || (pattern.Length == 0 && path.Length > 0))
            return -1;
        var fit = 0;
        for (var i = 0; i < pattern.Length; i++)
            if (string.Equals(pattern[i], path[i], StringComparison.OrdinalIgnoreCase))
                fit += 2;
            else if (pattern[i] == "*")
                fit++;
            else
                return -1;
        return fit;
    }

    private static string[] Parts(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static FrozenDictionary<string, string> ReadTexts()
    {
        const string folder = "Beian.Web.Features.Help.Guides.";
        var assembly = typeof(Chapter).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .ToFrozenDictionary(
                n => n[folder.Length..],
                n =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                    return reader.ReadToEnd();
                }
            );
    }
}

/// <summary>For whom a chapter is.</summary>
public enum Readers
{
    Everybody,
    Enterprises,
    Authorities,
}
