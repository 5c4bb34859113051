using System.Globalization;
using System.IO.Compression;
using Beian.Definitions;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.DataProtection;
using Xunit;

namespace Beian.Tests.Web;

public sealed class CaptchaTests
{
    private readonly MovableClock _clock = new();
    private readonly HashSet<long> _spent = [];
    private readonly Captchas _captchas;

    public CaptchaTests() => _captchas = new Captchas(new EphemeralDataProtectionProvider(), Spend, _clock);

    [Fact]
    public async Task Check_WithTheRightSum_AcceptsOnce()
    {
        var challenge = _captchas.Issue(CaptchaKind.Question);
        var answer = Solve(challenge.Question!);

        Assert.True(await CheckAsync(challenge.Token, answer));
        Assert.False(await CheckAsync(challenge.Token, answer));
    }

    [Fact]
    public async Task Check_AfterAWrongAnswer_RefusesTheRightOne()
    {
        var challenge = _captchas.Issue(CaptchaKind.Question);

        Assert.False(await CheckAsync(challenge.Token, "99"));
        Assert.False(await CheckAsync(challenge.Token, Solve(challenge.Question!)));
    }

    [Fact]
    public async Task Check_AfterTenMinutes_Refuses()
    {
        var challenge = _captchas.Issue(CaptchaKind.Question);
        _clock.Now += TimeSpan.FromMinutes(10);

        Assert.False(await CheckAsync(challenge.Token, Solve(challenge.Question!)));
        Assert.Null(_captchas.Draw(challenge.Token));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not-a-token")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Check_WithForgedToken_Refuses(string? token)
    {
        Assert.False(await CheckAsync(token, "8"));
        Assert.Null(_captchas.Draw(token));
    }

    [Theory]
    [InlineData(" {0} ")]
    [InlineData("{0}", true)]
    public async Task Check_WithBlanksOrNumerals_ReadsThem(string format, bool chinese = false)
    {
        var challenge = _captchas.Issue(CaptchaKind.Question);
        var answer = Solve(challenge.Question!);
        var text = chinese ? Numerals[int.Parse(answer, CultureInfo.InvariantCulture)] : answer;

        Assert.True(await CheckAsync(challenge.Token, string.Format(CultureInfo.InvariantCulture, format, text)));
    }

    [Fact]
    public async Task Issue_APicture_KeepsTheAnswerOutOfTheToken()
    {
        var challenge = _captchas.Issue(CaptchaKind.Picture);

        Assert.Null(challenge.Question);
        Assert.False(await CheckAsync(challenge.Token, ""));
    }

    [Fact]
    public void Draw_AnyCharacter_GivesASmallPngThatIsTheSameEachTime()
    {
        foreach (var character in Captchas.Alphabet)
        {
            var png = CaptchaPicture.Draw(new string(character, 4), 7);

            Assert.InRange(png.Length, 500, 15_000);
            Assert.Equal(png, CaptchaPicture.Draw(new string(character, 4), 7));
            Assert.NotEqual(png, CaptchaPicture.Draw(new string(character, 4), 8));
            Assert.Equal(60 * 181, Unpack(png).Length);
        }
    }

    [Fact]
    public async Task Problem_OfACodeUsedTwiceWrongOrTooOld_SaysWhich()
    {
        var challenge = _captchas.Issue(CaptchaKind.Question);
        Assert.Equal("请填写验证码", (await ProblemAsync(challenge.Token, " "))?.Zh);
        Assert.Null(await ProblemAsync(challenge.Token, Solve(challenge.Question!)));
        Assert.StartsWith(
            "这个验证码已经用过",
            (await ProblemAsync(challenge.Token, Solve(challenge.Question!)))?.Zh,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "验证码不正确",
            (await ProblemAsync(_captchas.Issue(CaptchaKind.Picture).Token, "99"))?.Zh,
            StringComparison.Ordinal
        );
        var old = _captchas.Issue(CaptchaKind.Picture);
        _clock.Now += TimeSpan.FromMinutes(10);
        Assert.StartsWith("验证码已过期", (await ProblemAsync(old.Token, "99"))?.Zh, StringComparison.Ordinal);
    }

    private async Task<bool> CheckAsync(string? token, string? answer) => await ProblemAsync(token, answer) is null;

    private Task<LocalizedText?> ProblemAsync(string? token, string? answer) =>
        _captchas.ProblemAsync(token, answer, TestContext.Current.CancellationToken);

    private Task<bool> Spend(long nonce, DateTimeOffset expires, CancellationToken stop) => Task.FromResult(_spent.Add(nonce));

    /// <summary>Walks the chunks as a reader would and inflates the rows.</summary>
    private static byte[] Unpack(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var rows = Array.Empty<byte>();
        for (var at = 8; at < png.Length; )
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                using var zlib = new ZLibStream(new MemoryStream(png, at + 8, length), CompressionMode.Decompress);
                using var inflated = new MemoryStream();
                zlib.CopyTo(inflated);
                rows = inflated.ToArray();
            }

            at += length + 12;
        }

        return rows;
    }

    private static readonly string[] Numerals = "零 一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八".Split(' ');

    private static string Solve(LocalizedText question)
    {
        var (a, b) = (Array.IndexOf(Numerals, question.Zh[..1]), Array.IndexOf(Numerals, question.Zh[2..3]));
        return (question.Zh[1] == '加' ? a + b : a - b).ToString(CultureInfo.InvariantCulture);
    }

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
