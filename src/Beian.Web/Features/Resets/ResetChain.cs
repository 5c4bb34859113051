using Beian.Web.Authorities;
using Beian.Web.Features.Account;

namespace Beian.Web.Features.Resets;

/// <summary>
/// Who gives whom a new way in: the ministry the officers of 省, 计划单列市 and 兵团; these the officers of all below them; cities (and 计划单列市) the
/// enterprises; districts nobody.
/// </summary>
public static class ResetChain
{
    /// <summary>The authority in charge of accounts that belong to an authority; null: nobody within the chain (the ministry's own officers).</summary>
    public static Authority? ResetterOf(this AuthorityTree tree, AccountKind kind, string authorityId)
    {
        var authority = tree[authorityId];
        if (kind == AccountKind.Officer)
            return tree.All.FirstOrDefault(a => tree.MayManageOfficers(a.Id, authorityId));
        while (authority is { Kind: "district", ParentId: { } parent })
            authority = tree[parent];
        return authority;
    }
}
