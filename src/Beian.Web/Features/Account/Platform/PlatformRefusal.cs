using Beian.Definitions;

namespace Beian.Web.Features.Account.Platform;

/// <summary>An answer of the platform that signs nobody in, and what is said about it.</summary>
public sealed class PlatformRefusal(LocalizedText text, Exception? cause = null) : Exception(text.En, cause)
{
    public LocalizedText Text => text;

    /// <summary>What it asked for was asked in another browser or session, too long ago, or answered before.</summary>
    public static PlatformRefusal OfAnotherSession() =>
        new(
            new(
                "这次应答不属于当前的登录操作：可能等待过久、已经用过，或是在别的浏览器中开始的。请重新开始登录",
                "The answer does not belong to this sign-in: it took too long, was used before, or was begun in another browser. Please begin again"
            )
        );

    public static PlatformRefusal OfToken(Exception? cause) =>
        new(
            new(
                "国家政务服务平台的登录凭证没有通过验证，未登录。请重新登录；再次出现时请联系技术支持",
                "What the national platform sent could not be verified, so nobody is signed in. Please try again; if it happens again, ask support"
            ),
            cause
        );

    public static PlatformRefusal OfSilence(Exception cause) =>
        new(
            new(
                "国家政务服务平台暂时没有响应，请稍后再试，或使用本平台账号登录",
                "The national platform does not answer just now; try again later, or sign in with your account here"
            ),
            cause
        );
}
