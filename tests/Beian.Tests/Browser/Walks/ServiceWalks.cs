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

    /// <summary>
    /// The first service with script and without; of the others, which walk on the same pages, one with script and one, with tables whose rows are added,
    /// without.
    /// </summary>
    public static TheoryData<string, bool> All { get; } =
        new()
        {
            { ForeignTradeOperatorWalk.Service, true },
            { ForeignTradeOperatorWalk.Service, false },
            { FreightForwarderWalk.Service, true },
            { CommercialFranchiseWalk.Service, false },
        };

    /// <summary>The walk of a service, by an enterprise nobody else uses.</summary>
    /// <param name="folder">Where the files to upload are put.</param>
    public static ServiceWalk Of(string service, string folder) => _all[service](folder);
}
