using System.Buffers.Binary;
using System.Text;
using Beian.Web.Scanning;
using Xunit;

namespace Beian.Tests.Scanning;

/// <summary>Whatever a file says, reading it ends soon, takes little memory, and never throws.</summary>
public sealed class HostileScanTests
{
    private const string Text = "BEIAN:3702000000000042:2:9f86d081884c7d659a2feaa0c55ad015";

    public static TheoryData<string> Files => [.. PictureFormatTests.Samples.Select(row => row.Data)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_ADamagedFile_NeverThrows(string file)
    {
        var content = PictureFormatTests.Content(file);
        var kind = PictureFormatTests.KindOf(file);
        var random = new Random(file.Length);
        for (var i = 0; i < 60; i++)
            ScanReaderTests.Read(Mutate(content, random), kind);
    }

    [Fact]
    public void Read_ADamagedPng_NeverThrows()
    {
        var random = new Random(3);
        foreach (var format in new SamplePng[] { new(0, 1), new(3, 4), new(6, 16, 5, true) })
        {
            var png = SamplePng.Write(SamplePicture.Code(Text, 3), format);
            for (var i = 0; i < 60; i++)
                ScanReaderTests.Read(Mutate(png, random), ScanKind.Png);
        }
    }

    [Theory]
    [InlineData("这是一份文本文件，不是扫描件。")]
    [InlineData("")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/ObjStm/N 9/First 4/Length 1 0 R>>stream\n1 0 2 0 endstream")]
    [InlineData("%PDF-1.7\n1 0 obj[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("%PDF-1.7\n1 0 obj<</Subtype 2 0 R/Width 3 0 R>>stream\nx\nendstream 2 0 obj 3 0 R endobj 3 0 obj 2 0 R endobj")]
    [InlineData(
        "%PDF-1.7\n1 0 obj<</Subtype/Image/Width 900/Height 900/ColorSpace[/Indexed 2 0 R 1 (a)]/Length 2>>stream\nxy endstream 2 0 obj[/Indexed 2 0 R 1 (a)]"
    )]
    public void Read_WhatIsNoScan_FindsNothing(string content)
    {
        foreach (var kind in Enum.GetValues<ScanKind>())
        {
            var reading = ScanReaderTests.Read(Encoding.UTF8.GetBytes(content), kind);
            Assert.Empty(reading.Texts);
            Assert.NotNull(reading.Trouble ?? (kind == ScanKind.Pdf ? ScanTrouble.Damaged : null));
        }
    }

    [Fact]
    public void Read_APictureOfTooManyPixels_SaysSoBeforeItTakesMemory()
    {
        var png = SamplePng.Write(SamplePicture.Code(Text, 3), new(2, 16));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);
        Assert.Equal(ScanTrouble.TooLarge, Measured(png, ScanKind.Png, 5).Trouble);

        var jpeg = SamplePicture.Code(Text, 3).ToJpeg();
        var frame = jpeg.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt32BigEndian(jpeg.AsSpan(frame + 5), 0xFDE8FDE8);
        Assert.Equal(ScanTrouble.TooLarge, Measured(jpeg, ScanKind.Jpeg, 5).Trouble);
    }

    [Fact]
    public void Read_ABombOfAPdf_StaysSmall()
    {
        // 100 MB of noughts, a thousand times smaller, that say they are a JPEG.
        var (_, content) = SamplePdf.Rows(new SamplePicture(10_000, 10_000, new byte[100_000_000]));
        var bomb = SamplePdf.Write(("/Width 2000 /Height 2000 /Filter [/FlateDecode /DCTDecode]", content));
        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal(ScanTrouble.Damaged, Measured(bomb, ScanKind.Pdf, 60).Trouble);
    }

    [Fact]
    public void Read_APdfOfManyPages_LooksAtTheFirst()
    {
        var page = SamplePdf.Rows(new SamplePicture(100, 100, new byte[10_000]));
        var many = SamplePdf.Write([.. Enumerable.Repeat(page, 2000)]);
        Assert.Empty(Measured(many, ScanKind.Pdf, 100).Texts);

        var first = SamplePdf.Write([SamplePdf.Jpeg(SamplePicture.Code(Text, 4)), .. Enumerable.Repeat(page, 2000)]);
        Assert.Equal([Text], Measured(first, ScanKind.Pdf, 100).Texts);
    }

    [Fact]
    public void Read_APhotographOf48Megapixels_StaysSmall()
    {
        var sheet = SamplePicture.Sheet(Text, 350, degrees: 2);
        var large = Twice(sheet);
        Assert.True(large.Shades.Length > 46_000_000);
        Assert.Equal([Text], Measured(large.ToJpeg(), ScanKind.Jpeg, 300).Texts);
    }

    [Fact]
    public void Read_WhenTheTimeIsUp_SaysWhatItFound()
    {
        var reading = new ScanReader(new HurryingClock()).Read(
            SamplePicture.Code(Text, 4).ToJpeg(),
            ScanKind.Jpeg,
            _ => true,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(ScanTrouble.TookTooLong, reading.Trouble);
    }

    private static ScanReading Measured(byte[] content, ScanKind kind, int megabytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = ScanReaderTests.Read(content, kind);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) >> 20, 0, megabytes);
        return reading;
    }

    private static SamplePicture Twice(SamplePicture picture)
    {
        var (w, h) = (picture.Width * 2, picture.Height * 2);
        var shades = new byte[w * h];
        for (var y = 0; y < h; y++)
        {
            for (var x = 0; x < w; x++)
                shades[y * w + x] = picture.Shades[y / 2 * picture.Width + x / 2];
        }
        return new(w, h, shades);
    }

    private static byte[] Mutate(byte[] content, Random random)
    {
        var mutated = content.ToArray();
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(4))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    mutated[random.Next(Math.Min(mutated.Length, 700))] = (byte)random.Next(256);
                    break;
                default:
                    mutated.AsSpan(at, Math.Min(random.Next(40), mutated.Length - at)).Fill((byte)(random.Next(2) * 255));
                    break;
            }
        }
        return random.Next(5) == 0 ? mutated[..random.Next(1, mutated.Length)] : mutated;
    }

    /// <summary>Each look at it is a minute later.</summary>
    private sealed class HurryingClock : TimeProvider
    {
        private long _looks;

        public override long GetTimestamp() => _looks++ * 60 * TimestampFrequency;
    }
}
