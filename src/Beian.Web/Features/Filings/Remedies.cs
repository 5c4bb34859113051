using Beian.Definitions;

namespace Beian.Web.Features.Filings;

/// <summary>What a filer may do against a refusal (行政复议法, 行政诉讼法); it goes with every 不予备案.</summary>
public static class Remedies
{
    public static LocalizedText Notice { get; } =
        new(
            "如不服本决定，可以自知道本决定之日起六十日内向作出决定的机关的本级人民政府或者上一级主管部门申请行政复议，也可以自知道本决定之日起六个月内依法向人民法院提起行政诉讼。",
            "If you disagree with this decision, you may apply for administrative reconsideration within sixty days of learning of it, or bring an administrative action before a people's court within six months."
        );
}
