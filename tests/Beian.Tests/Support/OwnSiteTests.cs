using Xunit;

namespace Beian.Tests.Support;

/// <summary>Tests of which each has a site of its own, because what one does there (a version published, a switch turned) all others would see.</summary>
public abstract class OwnSiteTests<TSite> : IAsyncLifetime
    where TSite : TestSite, new()
{
    protected TSite Site { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Site.SkipIfMissing();
        await Site.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Site.DisposeAsync();
    }
}
