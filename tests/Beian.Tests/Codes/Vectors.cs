using System.Text.RegularExpressions;
using Xunit;
using CsvRow = System.Collections.Generic.IReadOnlyList<string>;

namespace Beian.Tests.Codes;

/// <summary>Reads the tables of codes beside the tests. No cell holds a quote.</summary>
public static class Vectors
{
    public static IEnumerable<TheoryDataRow<string, string>> Pairs(string file) =>
        Read(file).Select(r => new TheoryDataRow<string, string>(r[0], r[1]));

    public static IEnumerable<TheoryDataRow<string, bool, string>> Judged(string file) =>
        Read(file).Select(r => new TheoryDataRow<string, bool, string>(r[0], r[1] == "1", r[2]));

    private static IEnumerable<CsvRow> Read(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Vectors", file)).Skip(1).Select(Cells);

    private static List<string> Cells(string line) =>
        [.. Regex.Matches(line, "(?:\"([^\"]*)\"|([^,]*))(?:,|$)").Select(m => m.Groups[1].Value + m.Groups[2].Value)];
}
