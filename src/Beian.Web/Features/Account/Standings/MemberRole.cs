using Beian.Definitions;

namespace Beian.Web.Features.Account.Standings;

/// <summary>What a member may do for its enterprise; each may what those after it may.</summary>
public enum MemberRole
{
    /// <summary>Looks after members and mandates, and files.</summary>
    Administrator,

    /// <summary>Saves and submits filings (经办).</summary>
    Filer,

    /// <summary>Sees everything and changes nothing.</summary>
    Reader,
}

public static class MemberRoles
{
    public static IReadOnlyList<MemberRole> All { get; } = [MemberRole.Administrator, MemberRole.Filer, MemberRole.Reader];

    extension(MemberRole role)
    {
        public LocalizedText Text =>
            role switch
            {
                MemberRole.Administrator => new("管理员", "administrator"),
                MemberRole.Filer => new("经办人", "filer"),
                _ => new("查看人", "reader"),
            };

        /// <summary>What the role is for.</summary>
        public LocalizedText Meaning =>
            role switch
            {
                MemberRole.Administrator => new("管理成员和委托，也可以填报", "looks after members and mandates, and files"),
                MemberRole.Filer => new("填写、保存和上报", "fills in, saves and submits"),
                _ => new("只能查看和打印，不能保存或上报", "sees and prints, but does not save or submit"),
            };
    }
}
