using Beian.Web.Scanning.Qr;
using QRCoder;
using Xunit;

namespace Beian.Tests.Scanning;

public sealed class QrDecoderTests
{
    [Theory]
    [InlineData(QRCodeGenerator.ECCLevel.L)]
    [InlineData(QRCodeGenerator.ECCLevel.M)]
    [InlineData(QRCodeGenerator.ECCLevel.Q)]
    [InlineData(QRCodeGenerator.ECCLevel.H)]
    public void Read_EverySizeAndLevel_GivesTheText(QRCodeGenerator.ECCLevel level)
    {
        for (var version = 1; version <= QrVersion.Largest; version++)
            Assert.Equal("3702-AB", Read(SamplePicture.Matrix("3702-AB", level, version)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("01234567890123456789")]
    [InlineData("007")]
    [InlineData("HTTPS://EXAMPLE.TEST/V/A1B2 $%*+-.")]
    [InlineData("https://beian.example.test/verify/k3j4-92xz?rev=2")]
    [InlineData("对外贸易经营者备案登记表 𠮷")]
    public void Read_EveryMode_GivesTheText(string text) =>
        Assert.Equal(text, Read(SamplePicture.Matrix(text, QRCodeGenerator.ECCLevel.M)));

    [Fact]
    public void Read_WithDamagedModules_MendsThem()
    {
        var matrix = SamplePicture.Matrix("https://beian.example.test/verify/k3j4-92xz?rev=2", QRCodeGenerator.ECCLevel.H);
        // A blot of 7 × 7 modules where the data are.
        for (var y = 0; y < 7; y++)
        {
            for (var x = 0; x < 7; x++)
                matrix[18 + y, 18 + x] = true;
        }
        Assert.Equal("https://beian.example.test/verify/k3j4-92xz?rev=2", Read(matrix));
    }

    [Fact]
    public void Read_OfAnyModules_NeverThrows()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
            QrDecoder.Read(QrVersion.Of(random.Next(1, 12)), (_, _) => random.Next(2) == 0);
    }

    private static string? Read(bool[,] matrix)
    {
        const int QuietZone = 4;
        var size = matrix.GetLength(0) - 2 * QuietZone;
        return QrDecoder.Read(QrVersion.Of((size - 17) / 4), (x, y) => matrix[y + QuietZone, x + QuietZone]);
    }
}
