using Beian.Tests.Support;

namespace Beian.Tests.Features.Workbench;

/// <summary>The door of 电子商务信息管理分析应用, from 申请 to the profile.</summary>
internal static class Door
{
    public const string Home = "/workbench/applications/e-commerce";

    /// <summary>申请.</summary>
    public static async Task AddAsync(SiteClient client)
    {
        var list = (await client.GetAsync("/workbench/applications?section=domestic-trade")).ExpectOk();
        (await client.SubmitAsync(list, "tr:has(input[value=e-commerce]) form")).ExpectOk();
    }

    /// <summary>Chooses 企业用户 and begins the profile; its form.</summary>
    public static async Task<Page> BeginAsync(SiteClient client)
    {
        var types = (await client.GetAsync(Home + "/user-type")).ExpectOk();
        await client.SubmitAsync(types, "#user-types form");
        var step = (await client.GetAsync(Home + "/user")).ExpectOk();
        return (await client.SubmitAsync(step, "#user-form")).ExpectOk();
    }

    /// <summary>A profile without a mistake, where the region is one.</summary>
    public static Dictionary<string, string?> Answers(string region) =>
        new()
        {
            ["entName"] = "广州样例电子商务有限公司",
            ["regAuthority"] = "广州市白云区市场监督管理局",
            ["legalRep"] = "测试人",
            ["phone"] = "020-81234567",
            ["region"] = region,
        };
}
