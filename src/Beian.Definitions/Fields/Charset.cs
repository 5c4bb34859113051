namespace Beian.Definitions.Fields;

/// <summary>Which characters a text takes.</summary>
public enum Charset
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>Half-width English characters; full-width ones are converted.</summary>
    Ascii,

    /// <summary>The digits 0 to 9, leading zeros included: numbers of certificates and the like.</summary>
    Digits,
}
