using Beian.Definitions;

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

    /// <summary>用户指南.</summary>
    public IReadOnlyList<Guide> Guides { get; init; } = [];

    /// <summary>通知公告, in any order.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];
}

public sealed record SupportLine(LocalizedText Label, string Value);

public sealed record Guide(LocalizedText Title, string Href);

public sealed record Notice(DateOnly Date, LocalizedText Title, LocalizedText? Text = null);
