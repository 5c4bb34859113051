namespace Beian.Definitions.Codes;

/// <summary>Address of a web site: http or https, a host with a dot, 255 characters at most.</summary>
public static class WebAddress
{
    private const int MaxLength = 255;

    /// <summary>Half-width, without spaces around it; <c>https://</c> is put before a bare host.</summary>
    public static string Normalise(string text)
    {
        var plain = Typing.Plain(text);
        return plain.Length == 0 || plain.Contains("://", StringComparison.Ordinal) ? plain : "https://" + plain;
    }

    /// <summary>What is wrong with a normalised address; null when it is well-formed.</summary>
    public static CodeFault? Check(string address)
    {
        if (address.Length > MaxLength)
            return CodeFault.Of("length", $"网址最长 {MaxLength} 个字符。", $"A web address has {MaxLength} characters at most.");
        return
            !address.Any(char.IsWhiteSpace)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && Email.IsDomain(uri.Host)
            ? null
            : CodeFault.Of(
                "form",
                "网址格式不对，如 https://www.example.com 。",
                "This is no web address such as https://www.example.com."
            );
    }
}
