namespace Beian.Definitions.Packs;

/// <summary>An application (应用): a named group of services that an enterprise adds once (申请), with a home and a menu of its own.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name (应用名称).</param>
/// <param name="Section">The code of the section it belongs to (所属版块).</param>
/// <param name="Summary">What it is for, on its home.</param>
/// <param name="Menu">What can be done in it, in order; never empty.</param>
/// <param name="UserTypes">The kinds of users it asks to choose from after 申请 (企业用户, 基地用户); empty: it asks nothing.</param>
/// <param name="Support">Whom to ask about it.</param>
public sealed record Application(
    string Code,
    LocalizedText Title,
    string Section,
    LocalizedText Summary,
    IReadOnlyList<Business> Menu,
    IReadOnlyList<UserType> UserTypes,
    IReadOnlyList<ApplicationSupport> Support
)
{
    /// <summary>The codes of the services in its menu, in order.</summary>
    public IEnumerable<string> Services => Menu.Select(b => b.Service).OfType<string>();

    /// <summary>Whether there is anything in it yet; otherwise it is 暂未开放 and cannot be added.</summary>
    public bool IsOpen => Services.Any() || UserTypes.Any(t => t.IsOpen);
}

/// <summary>An entry of an application's menu.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name.</param>
/// <param name="Service">The code of the service it leads to; null: not open yet (暂未开放).</param>
/// <param name="UserTypes">The codes of the user types that have it; empty: all.</param>
public sealed record Business(string Code, LocalizedText Title, string? Service, IReadOnlyList<string> UserTypes)
{
    /// <summary>Whether it opens only once the authority has confirmed the user's profile as it is.</summary>
    public bool NeedsConfirmedProfile { get; init; }

    /// <summary>Whether users of a type have it.</summary>
    /// <param name="userType">The type's code; null where none is chosen.</param>
    public bool IsFor(string? userType) => UserTypes.Count == 0 || (userType is not null && UserTypes.Contains(userType));
}

/// <summary>A kind of user of an application.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its name (企业用户).</param>
/// <param name="Text">The sentence beside it: what such users do here.</param>
/// <param name="Profile">The code of the service whose filing is their profile; null: not open yet (暂未开放).</param>
public sealed record UserType(string Code, LocalizedText Title, LocalizedText Text, string? Profile)
{
    /// <summary>Whether it can be chosen.</summary>
    public bool IsOpen => Profile is not null;
}

/// <summary>Whom to ask about an application (技术支持).</summary>
/// <param name="Audience">Who is told.</param>
/// <param name="Label">What it is (QQ群).</param>
/// <param name="Value">The number or address.</param>
/// <param name="Note">What to mind; null for nothing.</param>
public sealed record ApplicationSupport(Audience Audience, LocalizedText Label, string Value, LocalizedText? Note);

/// <summary>The two sides of the counter, as those who are told something.</summary>
public enum Audience
{
    /// <summary>企业端.</summary>
    Enterprises,

    /// <summary>主管部门端.</summary>
    Authorities,
}
