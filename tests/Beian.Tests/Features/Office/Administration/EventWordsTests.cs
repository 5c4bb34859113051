using System.Text.RegularExpressions;
using Beian.Tests.Architecture;
using Beian.Web.Features.Office.Administration;
using Xunit;

namespace Beian.Tests.Features.Office.Administration;

public sealed partial class EventWordsTests
{
    /// <summary>A kind without words would stand in the log as a word of the program: add it to EventWords.</summary>
    [Fact]
    public void Log_EveryKindOfEvent_IsSaidInPlainWords() =>
        Assert.Empty(
            Repository
                .SourceFiles("src/Beian.Web")
                .SelectMany(f => Recorded().Matches(File.ReadAllText(f)))
                .Select(m => m.Groups[1].Value)
                .Distinct()
                .Except(EventWords.All.Keys)
        );

    [GeneratedRegex("\\.Record\\(\\s*\"([A-Z][A-Za-z]+)\"")]
    private static partial Regex Recorded();
}
