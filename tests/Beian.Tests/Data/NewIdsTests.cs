using Beian.Web.Data;
using Xunit;

namespace Beian.Tests.Data;

public sealed class NewIdsTests
{
    [Fact]
    public void Next_ManyTimes_IsAnotherIdOfVersion7EachTime()
    {
        var ids = new NewIds(TimeProvider.System);
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var all = Enumerable.Range(0, 500).Select(_ => ids.Next()).ToList();
        var after = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.All(
            all,
            id =>
            {
                Assert.Equal(7, id.Version);
                Assert.InRange(id.Variant, 8, 11);
                Assert.InRange(Convert.ToInt64(id.ToString("N")[..12], 16), before, after);
            }
        );
    }
}
