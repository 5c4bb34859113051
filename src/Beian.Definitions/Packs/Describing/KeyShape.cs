namespace Beian.Definitions.Packs.Describing;

/// <summary>What may stand under a key.</summary>
internal enum ValueShape
{
    /// <summary>Nothing was said but that the key is known.</summary>
    Unknown,

    /// <summary>A text for machines.</summary>
    Scalar,

    /// <summary>A text for people, with its English in en.yaml.</summary>
    Text,

    /// <summary>A code.</summary>
    Code,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>An expression.</summary>
    Expression,

    /// <summary>A list of texts.</summary>
    Scalars,

    /// <summary>A list of maps.</summary>
    Maps,

    /// <summary>A map.</summary>
    Map,
}

/// <summary>A key the compiler asks for.</summary>
/// <param name="Name">The key.</param>
internal sealed record KeyShape(string Name)
{
    /// <summary>What may stand under it.</summary>
    public ValueShape Value { get; init; }

    /// <summary>Whether it must be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The words it may be, where it is one of some.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The bounds of a whole number.</summary>
    public (int Min, int Max)? Bounds { get; init; }
}
