using Beian.Tests.Architecture;
using Beian.Web.Scanning;
using Xunit;

namespace Beian.Tests.Scanning;

/// <summary>Every way of writing a picture that is read here.</summary>
public sealed class PictureFormatTests
{
    private const string Text = "BEIAN:3702000000000042:2:9f86d081884c7d659a2feaa0c55ad015";

    private static readonly SamplePicture _code = SamplePicture.Code(Text, 4);

    public static TheoryData<int, int, bool> PngFormats
    {
        get
        {
            var formats = new TheoryData<int, int, bool>();
            foreach (var interlaced in new[] { false, true })
            {
                foreach (
                    var (type, depths) in new[]
                    {
                        (0, new[] { 1, 2, 4, 8, 16 }),
                        (2, [8, 16]),
                        (3, [1, 2, 4, 8]),
                        (4, [8, 16]),
                        (6, [8, 16]),
                    }
                )
                {
                    foreach (var bits in depths)
                        formats.Add(type, bits, interlaced);
                }
            }
            return formats;
        }
    }

    /// <summary>Written by libjpeg, ImageMagick, qpdf and others: see Samples/README.md.</summary>
    public static TheoryData<string> Samples =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "tests/Beian.Tests/Scanning/Samples"))
                .Select(f => Path.GetFileName(f))
                .Where(f => !f.EndsWith(".md", StringComparison.Ordinal) && !f.StartsWith("no-", StringComparison.Ordinal)),
        ];

    [Theory]
    [MemberData(nameof(PngFormats))]
    public void Read_EveryPng_FindsItsCode(int colourType, int bits, bool isInterlaced)
    {
        for (var filter = 0; filter <= 5; filter++)
            Assert.Equal(
                [Text],
                ScanReaderTests.Read(SamplePng.Write(_code, new(colourType, bits, filter, isInterlaced)), ScanKind.Png).Texts
            );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Read_AJpegWithRestarts_FindsItsCode(int interval) =>
        Assert.Equal([Text], ScanReaderTests.Read(_code.ToJpeg(interval), ScanKind.Jpeg).Texts);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Read_EveryPictureOfAPdf_FindsItsCode(int way)
    {
        Func<SamplePicture, (string, byte[])>[] ways =
        [
            SamplePdf.Jpeg,
            SamplePdf.PackedJpeg,
            SamplePdf.Rows,
            SamplePdf.Plain,
            SamplePdf.Predicted,
            SamplePdf.BlackAndWhite,
            SamplePdf.Stencil,
            SamplePdf.Indexed,
        ];
        Assert.Equal([Text], ScanReaderTests.Read(SamplePdf.Write(ways[way](_code)), ScanKind.Pdf).Texts);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_WhatOtherProgramsWrote_FindsItsCode(string file) => Assert.Equal([Text], ReadSample(file).Texts);

    [Theory]
    [InlineData("no-fax.pdf", ScanTrouble.NotReadHere)]
    [InlineData("no-encrypted.pdf", ScanTrouble.NotReadHere)]
    [InlineData("no-cmyk.jpg", ScanTrouble.NotReadHere)]
    public void Read_WhatIsNotReadHere_SaysSo(string file, ScanTrouble trouble) => Assert.Equal(trouble, ReadSample(file).Trouble);

    internal static ScanReading ReadSample(string file) => ScanReaderTests.Read(Content(file), KindOf(file));

    internal static byte[] Content(string file) =>
        File.ReadAllBytes(Path.Combine(Repository.Root, "tests/Beian.Tests/Scanning/Samples", file));

    internal static ScanKind KindOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".pdf" => ScanKind.Pdf,
            ".png" => ScanKind.Png,
            _ => ScanKind.Jpeg,
        };
}
