using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Web.Web;

/// <summary>What the operator of an installation says about it (section Site of the configuration).</summary>
public sealed class Site
{
    public LocalizedText Title { get; init; } = new("业务系统统一平台 · 企业端", "Unified Business Platform · Enterprises");

    public LocalizedText OfficeTitle { get; init; } = new("业务系统统一平台 · 主管部门端", "Unified Business Platform · Authorities");

    /// <summary>Who runs it, at the foot of every page.</summary>
    public LocalizedText? Operator { get; init; }

    /// <summary>技术支持: whom to call about the platform itself.</summary>
    public IReadOnlyList<SupportLine> Support { get; init; } = [];

    /// <summary>技术支持 by application: where there are lines for an application and audience, they take the place of those in applications.yaml.</summary>
    public IReadOnlyList<ApplicationSupportLine> ApplicationSupport { get; init; } = [];

    /// <summary>用户指南.</summary>
    public IReadOnlyList<Guide> Guides { get; init; } = [];

    /// <summary>通知公告, in any order.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Whom one side of the counter asks about an application.</summary>
    public IReadOnlyList<Definitions.Packs.ApplicationSupport> SupportOf(Application application, Audience audience)
    {
        var own = ApplicationSupport.Where(l => l.Application == application.Code && l.Audience == audience).ToList();
        return own.Count > 0
            ? [.. own.Select(l => new Definitions.Packs.ApplicationSupport(audience, l.Label, l.Value, l.Note))]
            : [.. application.Support.Where(l => l.Audience == audience)];
    }
}

public sealed record SupportLine(LocalizedText Label, string Value);

/// <param name="Application">The application's code (applications.yaml).</param>
public sealed record ApplicationSupportLine(
    string Application,
    LocalizedText Label,
    string Value,
    Audience Audience = Audience.Enterprises,
    LocalizedText? Note = null
);

public sealed record Guide(LocalizedText Title, string Href);

public sealed record Notice(DateOnly Date, LocalizedText Title, LocalizedText? Text = null);
