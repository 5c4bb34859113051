using System.Text.RegularExpressions;
using Xunit;

namespace Beian.Tests.Architecture;

/// <summary>The documents speak of what is there.</summary>
public sealed partial class DocumentsTests
{
    /// <summary>Where a path in a document may begin.</summary>
    private static readonly string[] Bases = ["", "src", "src/Beian.Web"];

    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
                .Append(Path.Combine(Repository.Root, "README.md"))
                .Append(Path.Combine(Repository.Root, "STYLE.md"))
                .Select(f => Path.GetRelativePath(Repository.Root, f)),
        ];

    /// <summary>Those that say of each promise or statement where it is kept and which test shows it.</summary>
    public static TheoryData<string> Tables => ["docs/security.md", "docs/manual-statements.md"];

    /// <summary>Where the texts of pages stand.</summary>
    private static readonly Lazy<string> _texts = new(() =>
        string.Concat(
            Repository
                .SourceFiles("src/Beian.Web")
                .Concat(Directory.EnumerateFiles(Repository.Packs, "*.yaml", SearchOption.AllDirectories))
                .Select(File.ReadAllText)
        )
    );

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_NamesPaths_ThatExist(string document)
    {
        var missing = NamedPath()
            .Matches(Read(document))
            .Select(m => m.Groups[1].Value)
            .Where(p => !Bases.Any(b => Path.Exists(Path.Combine(Repository.Root, b, p))));
        Assert.Empty(missing);
    }

    /// <summary>What a manual or a guide puts between quotation marks is to be read on some page.</summary>
    [Theory]
    [InlineData("docs/zh-CN")]
    [InlineData("src/Beian.Web/Features/Help/Guides")]
    public void Manual_QuotesTexts_ThatPagesHave(string folder)
    {
        var quoted = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md")
            .SelectMany(f => Quoted().Matches(File.ReadAllText(f)))
            .Select(m => m.Groups[1].Value.Replace("*", "", StringComparison.Ordinal))
            .Where(text => text.Any(c => c > 0x3000)) // English texts put it in other words
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(quoted.Count > 20, "Manuals and guides speak of buttons and menus.");
        Assert.DoesNotContain(quoted, text => !_texts.Value.Contains(text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Table_NamesTests_ThatExist(string document)
    {
        var named = NamedTest().Matches(Read(document));
        Assert.NotEmpty(named);
        var tests = Repository
            .SourceFiles("tests/Beian.Tests")
            .ToLookup(f => Path.GetFileName(f).Split('.')[0], File.ReadAllText, StringComparer.Ordinal); // partial classes have several
        var missing = named
            .Where(m =>
                !tests[m.Groups[1].Value]
                    .Any(text => !m.Groups[2].Success || text.Contains(m.Groups[2].Value + "(", StringComparison.Ordinal))
            )
            .Select(m => m.Value);
        Assert.Empty(missing);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Table_EveryPromise_NamesItsPlaceAndItsTest(string document)
    {
        var promises = Read(document).Split("## Later")[0].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal));
        var bare = promises
            .Where(l => !l.StartsWith("| promise |", StringComparison.Ordinal) && !l.StartsWith("| statement |", StringComparison.Ordinal))
            .Where(l => l.Split(" | ") is not [_, var place, var test] || !NamedPath().IsMatch(place) || !NamedTest().IsMatch(test));
        Assert.Empty(bare);
    }

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex(
        @"`((?:src|docs|tests|packs(?=/[a-z])|bin|Beian\.Definitions|Scanning|Features|Authorities|Catalogue|Audit|Channels|Jobs|Printing|Spreadsheets|Data|Web|Hosting|Client)/[\w./-]+?)/?`"
    )]
    private static partial Regex NamedPath();

    [GeneratedRegex("“([^“”]+)”")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"`(\w+Tests)(?:\.(\w+))?`")]
    private static partial Regex NamedTest();
}
