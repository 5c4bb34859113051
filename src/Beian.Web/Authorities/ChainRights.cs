namespace Beian.Web.Authorities;

/// <summary>
/// What an administrator of one authority may do at another: the ministry looks after the officers of 省, 计划单列市 and 兵团, these after all
/// below them; cities and districts after nobody's. Contacts are the business of an office itself and of those above it.
/// </summary>
public static class ChainRights
{
    /// <summary>Create, suspend, move and give a new password to officers of another authority.</summary>
    public static bool MayManageOfficers(this AuthorityTree tree, string own, string other) =>
        (tree[own].Level, tree[other].Level) switch
        {
            (0, 1) => true,
            (1, > 1) => tree.IsWithin(other, own),
            _ => false,
        };

    /// <summary>Telephone, address, hours and notice of an office.</summary>
    public static bool MayEditOffice(this AuthorityTree tree, string own, string other) => tree.IsWithin(other, own);

    /// <summary>Whether an office takes filings of a service: those above it say so, for then the filings go to one of them.</summary>
    public static bool MaySwitchServices(this AuthorityTree tree, string own, string other) =>
        own != other && tree.IsWithin(other, own) && tree[own].Level <= 1;

    /// <summary>The State Council's calendar is one for the country.</summary>
    public static bool MayUploadHolidays(this AuthorityTree tree, string own) => tree[own].Level == 0;
}
