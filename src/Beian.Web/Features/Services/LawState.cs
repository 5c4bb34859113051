using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Services;

/// <summary>Whether a law holds on a day.</summary>
public enum LawState
{
    /// <summary>Not yet.</summary>
    Coming,

    /// <summary>It does.</summary>
    InForce,

    /// <summary>No longer.</summary>
    Ended,
}

/// <summary>The states of laws, their words and their names in addresses.</summary>
public static class LawStates
{
    private static readonly LocalizedText Coming = new("尚未施行", "Not yet in force");
    private static readonly LocalizedText InForce = new("现行有效", "In force");
    private static readonly LocalizedText Ended = new("已废止", "No longer in force");

    /// <summary>The state of a law on a day.</summary>
    public static LawState StateOn(this Law law, DateOnly day) =>
        day < law.EffectiveFrom ? LawState.Coming
        : law.EffectiveTo < day ? LawState.Ended
        : LawState.InForce;

    extension(LawState state)
    {
        public LocalizedText Text =>
            state switch
            {
                LawState.Coming => Coming,
                LawState.InForce => InForce,
                _ => Ended,
            };

        /// <summary>The class that colours it.</summary>
        public string Css => state == LawState.InForce ? "state state-approved" : "state state-draft";

        /// <summary>Its value in the address.</summary>
        public string Code =>
            state switch
            {
                LawState.Coming => "coming",
                LawState.InForce => "in-force",
                _ => "ended",
            };
    }
}
