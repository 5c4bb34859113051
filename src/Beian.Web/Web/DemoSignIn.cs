using Beian.Definitions;

namespace Beian.Web.Web;

/// <summary>A sign-in the portal offers in demo mode, without a password. The demo data has these accounts.</summary>
public sealed record DemoSignIn(LocalizedText Label, string UserName)
{
    public static IReadOnlyList<DemoSignIn> All { get; } =
    [
        new(new("企业", "Enterprise"), "demo_qiye"),
        new(new("经办人", "Colleague"), "demo_jingban"),
        new(new("基地", "Base"), "demo_jidi"),
        new(new("区县", "District"), "demo_quxian"),
        new(new("市", "City"), "demo_shi"),
        new(new("省", "Province"), "demo_sheng"),
        new(new("部", "Ministry"), "demo_bu"),
    ];
}
