using System.Text.RegularExpressions;
using Xunit;

namespace Beian.Tests.Architecture;

/// <summary>Left may use right, never back: the line of docs/architecture.md, room by room.</summary>
public sealed partial class DependencyLineTests
{
    private static readonly string[][] Line =
    [
        ["Features.Admin", "Features.Help", "Features.Home", "Features.Messages", "Features.Progress", "Features.Workbench"],
        ["Features.Office"],
        ["Features.Appointments", "Features.Register", "Features.Resets"],
        ["Features.Enterprise", "Features.Services", "Features.Tickets"],
        ["Features.Filings"],
        ["Authorities"],
        ["Features.Account"],
        ["Catalogue"],
        ["Audit"],
        ["Channels", "Jobs", "Printing"],
        ["Features.Shared", "Data", "Web"],
        ["Scanning", "Spreadsheets"],
    ];

    [Fact]
    public void Rooms_UseOnlyRoomsToTheirRight()
    {
        var web = Path.Combine(Repository.Root, "src", "Beian.Web");
        var wrong = new List<string>();
        foreach (var file in Repository.SourceFiles("src/Beian.Web"))
        {
            var room = Path.GetRelativePath(web, file).Replace('/', '.');
            var place = PlaceOf(room);
            if (place < 0)
                continue; // Hosting and Program compose all rooms
            foreach (Match use in UsedRoom().Matches(File.ReadAllText(file)))
                if (PlaceOf(use.Groups[1].Value + ".") is var target and >= 0 && target < place)
                    wrong.Add($"{Path.GetRelativePath(web, file)} uses {use.Groups[1].Value}");
        }
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Engine_KnowsNeitherWebNorDatabase()
    {
        var wrong = Repository
            .SourceFiles("src/Beian.Definitions")
            .Where(f => Forbidden().IsMatch(File.ReadAllText(f)))
            .Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Pages_NeverWriteRawHtml()
    {
        var wrong = Repository
            .SourceFiles("src/Beian.Web")
            .Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f =>
                File.ReadAllText(f) is var text && (text.Contains("Html.Raw", StringComparison.Ordinal) || InlineCode().IsMatch(text))
            )
            .Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(wrong);
    }

    private static int PlaceOf(string room) =>
        Array.FindIndex(Line, rooms => rooms.Any(r => room.StartsWith(r + ".", StringComparison.Ordinal)));

    [GeneratedRegex(@"Beian\.Web\.((?:Features\.)?[A-Z]\w+)")]
    private static partial Regex UsedRoom();

    [GeneratedRegex(@"Microsoft\.(AspNetCore|EntityFrameworkCore|Data)|Npgsql|Beian\.Web|System\.Net\.Http")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\sstyle\s*=\s*""|\son[a-z]+\s*=\s*""|<script>|<style")]
    private static partial Regex InlineCode();
}
