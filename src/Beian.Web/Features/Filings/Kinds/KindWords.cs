using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings.Kinds;

/// <summary>Kinds of filing and where their filings stand, in the filer's words.</summary>
public static class KindWords
{
    /// <summary>What a filing is about: its service and, unless it is the first one, its kind.</summary>
    public static LocalizedText BusinessOf(Pack pack, string kind)
    {
        var (title, kinds) = (pack.Service.TileTitle, pack.Lifecycle.Kinds);
        return kinds.Skip(1).FirstOrDefault(k => k.Code == kind) is { Label: var label }
            ? new($"{title.Zh} · {label.Zh}", $"{title.En} · {label.En}")
            : title;
    }

    /// <summary>What its state is called: 已审核，可变更 · 变更中 · 上报 · 旧表 …</summary>
    /// <param name="kind">Its kind; null where the pack in force has it no more.</param>
    /// <param name="standing">Where it stands in the register; null where it made nothing there.</param>
    public static LocalizedText StateOf(FilingState state, Pack? pack, FilingKind? kind, FilingStanding? standing) =>
        state switch
        {
            FilingState.Draft when kind is { StartsFromEntry: true } => new(
                $"{kind.Label.Zh}中（未上报）",
                $"{kind.Label.En}: not submitted"
            ),
            FilingState.Approved => Approved(pack, standing),
            _ => state.ForFilers(),
        };

    /// <summary>The class of the coloured mark.</summary>
    public static string MarkOf(FilingState state, FilingStanding? standing) =>
        standing is { Ended: not null } or { InForce: false } ? FilingState.Withdrawn.Mark() : state.Mark();

    private static LocalizedText Approved(Pack? pack, FilingStanding? standing)
    {
        if (standing is null)
            return new("已审核", "Approved");
        if (standing.Ended is { } ended)
            return ended;
        if (!standing.InForce)
            return new("旧表（已变更）", "Superseded");
        if (standing.Open is { } open && pack?.Lifecycle.Find(open.Kind) is { } going)
            return new($"已审核，{going.Label.Zh}中", $"Approved; {going.Label.En.ToLowerInvariant()} under way");
        return pack?.Lifecycle.Change is null ? new("已审核", "Approved") : FilingState.Approved.ForFilers();
    }
}
