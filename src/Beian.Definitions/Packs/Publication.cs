namespace Beian.Definitions.Packs;

/// <summary>Whether a pack may be published beside the versions that are.</summary>
/// <param name="IsPublished">Whether exactly this is published already, so that there is nothing to do.</param>
/// <param name="Refusals">Why it must not be published; empty where it may.</param>
public sealed record Publication(bool IsPublished, IReadOnlyList<LocalizedText> Refusals)
{
    private const int MostNamed = 5;

    /// <summary>Judges a pack by the versions of its service that are published, in any order.</summary>
    /// <param name="published">For each major version at least the newest minor.</param>
    public static Publication Of(Pack pack, IReadOnlyList<Pack> published)
    {
        if (published.Any(p => p.Version == pack.Version && p.Sha256 == pack.Sha256))
            return new(true, []);
        if (published.Count == 0)
            return new(false, []);

        var newest = published.MaxBy(p => p.Version)!;
        if (pack.Version < newest.Version)
            return Refused(
                new(
                    $"版本 {pack.Version} 低于已发布的 {newest.Version}，版本只能往上走。",
                    $"Version {pack.Version} is older than the published {newest.Version}; versions only go up."
                )
            );
        if (pack.Version == newest.Version)
            return Refused(SameVersion(pack, newest));
        if (pack.Version.Major == newest.Version.Major)
            return pack.StructureSha256 == newest.StructureSha256 ? new(false, []) : Refused(NoMinor(pack, newest));
        return new(false, [.. pack.Migrations.SelectMany(m => CheckSources(m, published))]);
    }

    private static Publication Refused(LocalizedText reason) => new(false, [reason]);

    private static LocalizedText SameVersion(Pack pack, Pack published)
    {
        var next = Next(pack, published);
        return new(
            $"版本 {pack.Version} 已发布，内容与这里不同。请把版本改为 {next}。",
            $"Version {pack.Version} is published with other content. Please make this version {next}."
        );
    }

    private static LocalizedText NoMinor(Pack pack, Pack published)
    {
        var changes = PackDiff.Between(published, pack).Where(c => !c.IsText).Select(c => c.Text).Take(MostNamed).ToList();
        return new(
            $"{pack.Version} 是小版本，只能改文字；这里还有：{string.Join("；", changes.Select(c => c.Zh))}。请把版本改为 {Next(pack, published)}。",
            $"{pack.Version} is a minor version and may change texts only; there is more: {string.Join("; ", changes.Select(c => c.En))}. "
                + $"Please make this version {Next(pack, published)}."
        );
    }

    private static PackVersion Next(Pack pack, Pack published) =>
        pack.StructureSha256 == published.StructureSha256
            ? new(published.Version.Major, published.Version.Minor + 1)
            : new(published.Version.Major + 1, 0);

    /// <summary>What a migration takes from an older version must have been there.</summary>
    private static IEnumerable<LocalizedText> CheckSources(DraftMigration migration, IReadOnlyList<Pack> published)
    {
        if (published.Where(p => p.Version.Major == migration.From).MaxBy(p => p.Version) is not { } old)
            yield break;
        var fields = migration.Renames.Select(r => r.From).Concat(migration.Drops).Where(f => old.Form.Find(f) is null);
        var controls = migration.Splits.Select(s => s.Control).Where(c => old.Form.FindByControl(c) is null);
        foreach (var unknown in fields.Concat(controls))
            yield return new(
                $"从 {migration.From} 迁移：{old.Version} 的表单中没有“{unknown}”。",
                $"Migration from {migration.From}: the form of {old.Version} has no “{unknown}”."
            );
    }
}
