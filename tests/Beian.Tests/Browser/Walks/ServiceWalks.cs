using Xunit;

namespace Beian.Tests.Browser.Walks;

/// <summary>The walks there are. A service gets one by a line here.</summary>
internal static class ServiceWalks
{
    private static readonly Dictionary<string, Func<string, ServiceWalk>> _all = new()
    {
        [ForeignTradeOperatorWalk.Service] = ForeignTradeOperatorWalk.In,
        [FreightForwarderWalk.Service] = FreightForwarderWalk.In,
        [CommercialFranchiseWalk.Service] = CommercialFranchiseWalk.In,
    };

    /// <summary>Each service with script and without.</summary>
    public static TheoryData<string, bool> All { get; } = [.. _all.Keys.SelectMany(s => new[] { (s, true), (s, false) })];

    /// <summary>The walk of a service, by an enterprise nobody else uses.</summary>
    /// <param name="folder">Where the files to upload are put.</param>
    public static ServiceWalk Of(string service, string folder) => _all[service](folder);
}
