using Xunit;

namespace Beian.Tests.Support;

/// <summary>
/// Tests against a running site. For both databases write them once and name the two:
/// <code>
/// public abstract class QueueTests&lt;TSite&gt;(TSite site) : SiteTests&lt;TSite&gt;(site) where TSite : TestSite { … }
/// public sealed class QueueOnSqliteTests(SqliteSite site) : QueueTests&lt;SqliteSite&gt;(site);
/// public sealed class QueueOnPostgresTests(PostgresSite site) : QueueTests&lt;PostgresSite&gt;(site);
/// </code>
/// </summary>
public abstract class SiteTests<TSite> : IClassFixture<TSite>
    where TSite : TestSite
{
    protected SiteTests(TSite site)
    {
        site.SkipIfMissing();
        Site = site;
        Data = new TestData(site);
    }

    protected TSite Site { get; }

    protected TestData Data { get; }

    /// <summary>Ends with the test.</summary>
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;
}
