using System.Text;
using Beian.Definitions.Fields;
using Beian.Web.Features.Register.Import;
using Beian.Web.Features.Register.Import.Sources;
using Beian.Web.Features.Register.Search;
using Xunit;

namespace Beian.Tests.Features.Register.Import;

public sealed class SourceTests
{
    [Theory]
    [InlineData("a,b\n1,2\r\n", "a|b/1|2")]
    [InlineData("a\tb\n1,5\t2", "a|b/1,5|2")]
    [InlineData("a;b\n\n1;2\n", "a|b/1|2")]
    [InlineData("a,b\n\"1,\"\"x\"\"\",\"two\nlines\"\n3,4", "a|b/1,\"x\"|two\nlines/3|4")]
    [InlineData("a,b\n1\" pipe,2", "a|b/1\" pipe|2")]
    public void Rows_OfCsv_AreCutAsWritten(string text, string expected) =>
        Assert.Equal(expected, string.Join('/', Read(text).Select(r => string.Join('|', r.Cells))));

    [Fact]
    public void Rows_UnclosedQuotationMark_SpoilsItsRowOnly()
    {
        var rows = Read("a,b\n1,\"open\n2,3\n4,5\n");
        Assert.Equal([(1L, false), (2, true), (3, false), (4, false)], rows.Select(r => (r.Line, r.Fault is not null)));
        Assert.Equal(["4", "5"], rows[3].Cells);
    }

    [Fact]
    public void Rows_LineWithoutEnd_IsAFaultAndNotKept()
    {
        var rows = Read("a,b\n" + new string('x', 3_000_000) + "\n1,2");
        Assert.Equal([false, true, false], rows.Select(r => r.Fault is not null));
        Assert.Equal(["1", "2"], rows[2].Cells);
    }

    [Theory]
    [InlineData("a,b\n1,2", 2)]
    [InlineData("a,b\n1,2\n", 2)]
    [InlineData("a,b\n1,2\n\n", 2)]
    [InlineData("a,b", 1)]
    [InlineData("", 0)]
    public void Rows_OfCsv_EndWithTheText(string text, int rows) => Assert.Equal(rows, Read(text).Count);

    [Fact]
    public void Rows_OfMoreThanIsReadAtOnce_AreWhole()
    {
        var random = new Random(11);
        var expected = Enumerable
            .Range(0, 3_000)
            .Select(i => Enumerable.Range(0, 4).Select(j => new string((char)('a' + random.Next(26)), random.Next(200)) + i).ToArray())
            .ToList();
        var text = string.Concat(
            expected.Select((r, i) => string.Join(',', r.Select(c => i % 3 == 0 ? $"\"{c}\"" : c)) + (i % 2 == 0 ? "\n" : "\r\n"))
        );
        Assert.Equal(expected, Read(text).Select(r => r.Cells));
    }

    [Theory]
    [InlineData("名称,代码", "utf-8", true)]
    [InlineData("名称,代码", "gb18030", false)]
    [InlineData("abc", "utf-8", true)]
    public void Fingerprint_OfText_TellsItsEncoding(string text, string encoding, bool isUtf8)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Encoding.GetEncoding(encoding).GetBytes(text));
        Assert.Equal(isUtf8, RowSource.Fingerprint(path).IsUtf8);
        File.Delete(path);
    }

    [Fact]
    public void Fingerprint_CharacterAcrossTheBuffersEnd_IsStillUtf8()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "a" + new string('汉', 800_000));
        Assert.True(RowSource.Fingerprint(path).IsUtf8);
        File.Delete(path);
    }

    [Fact]
    public void Append_ManyIdsAtOnce_IsWhatOneByOneWouldHave()
    {
        var random = new Random(5);
        var ids = Enumerable.Range(1, 4_000).Where(_ => random.Next(3) == 0).Select(i => i * 37L).ToList();
        foreach (var split in new[] { 0, 1, 500, 1_000 })
        {
            var first = split == 0 ? [] : PostingAppender.Append(null, ids[..split]).ToList();
            var second = PostingAppender.Append(split == 0 ? null : first[^1], ids[split..]).ToList();
            var blocks = first.Take(Math.Max(0, first.Count - 1)).Concat(second).ToList();
            var read = new List<long>();
            foreach (var (fromId, block) in blocks)
            {
                Assert.InRange(block.Length, 1, PostingBlock.MaxBytes);
                PostingBlock.Decode(block, fromId, read);
            }
            Assert.Equal(ids, read);
            Assert.Equal(blocks.Select(b => b.FromId).Order(), blocks.Select(b => b.FromId));
        }
    }

    [Theory]
    [InlineData("02573988", 2573988L)]
    [InlineData("98999999", 98999999L)]
    [InlineData("99000000", null)]
    [InlineData("Z0000001", null)]
    public void NumberIn_Series_CountsAllButItsEnd(string text, long? number) =>
        Assert.Equal(number, IssuedNumbers.NumberIn(new NumberSeries("", 8), text));

    private static List<SourceRow> Read(string text)
    {
        using var source = new CsvSource(new StringReader(text));
        return [.. source.Rows()];
    }
}
