using Beian.Tests.Support;
using Beian.Web.Hosting;
using Beian.Web.Web;
using Xunit;

namespace Beian.Tests.Hosting;

public sealed class WarmUpTests : IDisposable
{
    private readonly string _folder = Templates.NewFolder();

    /// <summary>It goes on beside the upgrade of the database, so it must not look at it.</summary>
    [Fact]
    public async Task WarmUpAsync_NoDatabaseYet_AnswersAPageWithoutOne()
    {
        var folder = new DataFolder(_folder);
        await using var app = ServeCommand.Build(folder, [], TimeProvider.System);
        Assert.Equal(404, await app.WarmUpAsync());
        Assert.False(File.Exists(folder.Database));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
