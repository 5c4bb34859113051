using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Hosting;

/// <summary>The folder of packs that came with the program, and what of it is published.</summary>
public static class PacksFolder
{
    /// <summary>Where it lies.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "packs");

    /// <summary>The codes of the packs in a folder.</summary>
    public static IReadOnlyList<string> CodesIn(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Publishes the packs of services nobody published yet: a new installation can be used at once. Whoever has a version decides about
    /// the next one by <c>packs publish</c>.
    /// </summary>
    /// <exception cref="InvalidOperationException">A pack has faults.</exception>
    public static async Task PublishFirstAsync(this IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var published = await scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .PublishedPacks.Select(p => p.Service)
            .Distinct()
            .ToListAsync(stop);
        foreach (var code in CodesIn(Default).Except(published))
            await scope.ServiceProvider.GetRequiredService<Publishing>().PublishAsync(Read(code), stop);
    }

    /// <summary>The packs of the folder that are not published as they stand there, with the version in force.</summary>
    public static async Task<IReadOnlyList<(Pack Pack, PackVersion InForce)>> UnpublishedAsync(
        this IServiceProvider services,
        CancellationToken stop
    )
    {
        await using var scope = services.CreateAsyncScope();
        var known = await scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .PublishedPacks.Select(p => new
            {
                p.Service,
                p.Major,
                p.Minor,
                p.Sha256,
            })
            .ToListAsync(stop);
        return
        [
            .. CodesIn(Default)
                .Select(Read)
                .Where(p => known.TrueForAll(k => k.Service != p.Code || k.Sha256 != p.Sha256))
                .Select(p =>
                    (p, known.Where(k => k.Service == p.Code).Select(k => new PackVersion(k.Major, k.Minor)).DefaultIfEmpty().Max())
                ),
        ];
    }

    private static Pack Read(string code)
    {
        var reading = PackReader.Read(Path.Combine(Default, code));
        return reading.Pack ?? throw new InvalidOperationException(string.Join('\n', reading.Faults.Select(f => f.In(Language.En))));
    }
}
