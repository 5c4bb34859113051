using Beian.Definitions.Codes;
using Xunit;

namespace Beian.Tests.Codes;

/// <summary>Whatever is pasted into a form, nothing throws, and what is normalised stays as it is when normalised again.</summary>
public sealed class AnyTextTests
{
    private const string Alphabet = "0019AXIZax-－ 　.@+()（）。“号备京ICP￥½\u0000\u200b\u0301\ud840\udc00\ud800\uffff\n";

    private static readonly (Func<string, string> Normalise, Func<string, CodeFault?> Check)[] Codes =
    [
        (Uscc.Normalise, Uscc.Check),
        (OrgCode.Normalise, OrgCode.Check),
        (RegistrationNumber.Normalise, RegistrationNumber.Check),
        (IdentityCard.Normalise, IdentityCard.Check),
        (Phone.Normalise, Phone.Check),
        (Postcode.Normalise, Postcode.Check),
        (Email.Normalise, Email.Check),
        (WebAddress.Normalise, WebAddress.Check),
        (EnglishText.Normalise, EnglishText.Check),
        (Vin.Normalise, Vin.Check),
        (IcpNumber.Normalise, IcpNumber.Check),
        .. IdDocument.All.Select(d => ((Func<string, string>)IdDocument.Normalise, (Func<string, CodeFault?>)d.Check)),
    ];

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void NormaliseAndCheck_AnyText_NeverThrow(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(24)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            foreach (var (normalise, check) in Codes)
            {
                check(text);
                var normal = normalise(text);
                check(normal);
                Assert.Equal(normal, normalise(normal));
            }
            EnglishText.Changes(text);
            OrgCode.Format(text);
            RegistrationNumber.IsOld(text);
            IdentityCard.CheckAge(text, new DateOnly(2026, 3, 1));
        }
    }

    // A check character catches every single wrong character.
    [Theory]
    [InlineData("914403001922038216", "0123456789ABCDEFGHJKLMNPQRTUWXY")]
    [InlineData("91440300MA5DFAEB6U", "0123456789ABCDEFGHJKLMNPQRTUWXY")]
    public void CheckUscc_OneCharacterWrong_IsAlwaysFound(string code, string characters)
    {
        for (var i = 0; i < code.Length; i++)
            foreach (var wrong in characters.Where(c => c != code[i]))
                Assert.NotNull(Uscc.Check(code[..i] + wrong + code[(i + 1)..]));
    }
}
