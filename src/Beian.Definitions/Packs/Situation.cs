namespace Beian.Definitions.Packs;

/// <summary>One of the cases a service's home tells apart, and what to do in it.</summary>
/// <param name="Title">Whom it is about (新备案企业).</param>
/// <param name="Text">What to do, in plain words.</param>
/// <param name="Action">Where its button leads.</param>
public sealed record Situation(LocalizedText Title, LocalizedText Text, SituationAction Action);

/// <summary>Where the button of a situation leads.</summary>
public enum SituationAction
{
    /// <summary>To a new filing.</summary>
    Start,

    /// <summary>To the sign-in.</summary>
    SignIn,

    /// <summary>To the public register.</summary>
    Search,
}
