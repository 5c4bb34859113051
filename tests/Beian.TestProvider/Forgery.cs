namespace Beian.TestProvider;

/// <summary>What the provider does to its next tokens.</summary>
public enum Forgery
{
    /// <summary>Nothing: they are as they should be.</summary>
    None,

    /// <summary>Signed by somebody else who uses the name of the provider's key.</summary>
    ForeignKey,

    /// <summary>Not signed at all.</summary>
    NotSigned,

    /// <summary>Made for another site.</summary>
    Audience,

    /// <summary>By another provider.</summary>
    Issuer,

    /// <summary>Expired an hour ago.</summary>
    Stale,

    /// <summary>Of another question: its nonce is not the one that was asked with.</summary>
    Replayed,
}
