using Beian.Definitions;

namespace Beian.Web.Features.Register;

/// <summary>The words for the states of an entry.</summary>
public static class EntryStates
{
    private static readonly LocalizedText Valid = new("有效", "Valid");
    private static readonly LocalizedText Lapsed = new("自动失效", "Lapsed");
    private static readonly LocalizedText Cancelled = new("已注销", "Cancelled");
    private static readonly LocalizedText Revoked = new("已撤销", "Revoked");

    /// <summary>What stands on the sheet of a version that no longer holds.</summary>
    public static LocalizedText Superseded { get; } = new("旧表（已变更）", "Superseded");

    extension(EntryState state)
    {
        public LocalizedText Text =>
            state switch
            {
                EntryState.Valid => Valid,
                EntryState.Lapsed => Lapsed,
                EntryState.Cancelled => Cancelled,
                _ => Revoked,
            };

        /// <summary>The class that colours it as a filing's state.</summary>
        public string Css => state == EntryState.Valid ? "state state-approved" : "state state-rejected";
    }
}
