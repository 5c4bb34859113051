using Beian.Web.Scanning;
using QRCoder;
using Xunit;

namespace Beian.Tests.Scanning;

/// <summary>What a filer may upload, as it comes from scanners and telephones.</summary>
public sealed class ScanReaderTests
{
    private const string Text = "BEIAN:3702000000000042:2:9f86d081884c7d659a2feaa0c55ad015";

    [Theory]
    [InlineData(72)]
    [InlineData(100)]
    [InlineData(150)]
    [InlineData(200)]
    [InlineData(300)]
    public void Read_ASheetAtAnyResolution_FindsItsCode(int dpi)
    {
        var sheet = SamplePicture.Sheet(Text, dpi);
        Assert.Equal([Text], Read(sheet.ToPng(), ScanKind.Png).Texts);
        Assert.Equal([Text], Read(sheet.ToJpeg(), ScanKind.Jpeg).Texts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-3)]
    [InlineData(7.5)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(92)]
    [InlineData(180)]
    [InlineData(181)]
    [InlineData(270)]
    [InlineData(-87)]
    public void Read_ASheetHoweverItIsTurned_FindsItsCode(double degrees) =>
        Assert.Equal([Text], Read(SamplePicture.Sheet(Text, 110, degrees).ToJpeg(), ScanKind.Jpeg).Texts);

    [Theory]
    [InlineData(0, 0.1, 255, 0, 0)] // seen from below
    [InlineData(4, 0.25, 255, 0, 0)]
    [InlineData(-6, -0.2, 230, 40, 12)]
    [InlineData(0, 0, 150, 60, 0)] // grey paper
    [InlineData(0, 0, 90, 20, 4)] // too little light
    [InlineData(0, 0, 255, 150, 10)] // too little ink
    [InlineData(2, 0, 235, 30, 40)] // noise
    public void Read_ABadPhotograph_FindsItsCode(double degrees, double tilt, byte paper, byte ink, int noise) =>
        Assert.Equal([Text], Read(SamplePicture.Sheet(Text, 130, degrees, tilt, paper, ink, noise).ToJpeg(), ScanKind.Jpeg).Texts);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(20)]
    public void Read_CodesOfEverySize_FindsThem(int version)
    {
        var text = new string('a', 3 + version);
        foreach (var pixels in new[] { 2, 3, 5, 8 })
        {
            var code = SamplePicture.Code(text, pixels, QRCodeGenerator.ECCLevel.M, version);
            Assert.Equal([text], Read(code.ToPng(), ScanKind.Png).Texts);
        }
    }

    [Fact]
    public void Read_ACodeThatFillsAPhotograph_FindsIt()
    {
        var code = SamplePicture.Code(Text, 60);
        Assert.Equal([Text], Read(code.ToJpeg(), ScanKind.Jpeg).Texts);
    }

    [Fact]
    public void Read_ASheetWithoutCode_FindsNothingAndSaysSo()
    {
        var sheet = SamplePicture.Sheet(Text, 150, side: 0.001);
        var reading = Read(sheet.ToPng(), ScanKind.Png);
        Assert.Empty(reading.Texts);
        Assert.Null(reading.Trouble);
    }

    [Fact]
    public void Read_SeveralCodes_GoesOnUntilTheWantedOne()
    {
        var pdf = SamplePdf.Write(
            SamplePdf.Jpeg(SamplePicture.Sheet("https://example.test/licence", 150)),
            SamplePdf.Jpeg(SamplePicture.Sheet(Text, 150))
        );
        var reading = new ScanReader(new StillClock()).Read(pdf, ScanKind.Pdf, t => t == Text, TestContext.Current.CancellationToken);
        Assert.Equal(["https://example.test/licence", Text], reading.Texts);
        Assert.Null(reading.Trouble);
    }

    internal static ScanReading Read(byte[] content, ScanKind kind) =>
        new ScanReader(new StillClock()).Read(content, kind, _ => true, TestContext.Current.CancellationToken);

    /// <summary>Time does not pass: what is read does not hang on how busy the machine is.</summary>
    private sealed class StillClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
