using Beian.Definitions;
using Beian.Web.Authorities;

namespace Beian.Web.Features.Filings;

/// <summary>
/// What a filer may do against a refusal; it goes with every 不予备案. 行政复议法 (2023) art. 20: sixty days; art. 24 and 25: to the people's
/// government of the authority's level, against a ministry to the ministry itself. 行政诉讼法 art. 46: six months.
/// </summary>
public static class Remedies
{
    public static LocalizedText Against(Authority authority)
    {
        var (zh, en) =
            authority.Level == 0
                ? ($"{authority.Name}", $"{authority.Name} itself")
                : ($"{authority.Name}的本级人民政府", $"the people's government at the level of {authority.Name}");
        return new(
            $"如不服本决定，可以自知道本决定之日起六十日内，依照《中华人民共和国行政复议法》向{zh}申请行政复议；也可以自知道本决定之日起六个月内，依照《中华人民共和国行政诉讼法》向人民法院提起行政诉讼。",
            $"If you disagree with this decision, you may apply to {en} for administrative reconsideration within sixty days of learning of it (Administrative Reconsideration Law), or bring an administrative action before a people's court within six months of learning of it (Administrative Litigation Law)."
        );
    }
}
