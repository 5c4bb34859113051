using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>The visitor as one who files: a member of an enterprise, or only a browser with drafts. Officers file nothing.</summary>
public sealed class Filer(Visitor visitor, DraftKeys keys, TimeProvider clock)
{
    /// <summary>The account itself, of whichever enterprise it is; null when none is signed in.</summary>
    public Guid? AccountId => visitor.Kind == AccountKind.Enterprise ? visitor.AccountId : null;

    /// <summary>
    /// The enterprise it acts for, which owns filings, applications and appointments; null when no account is signed in. An account without an enterprise
    /// has one that owns nothing.
    /// </summary>
    public Guid? EnterpriseId => AccountId is null ? null : visitor.Standing?.EnterpriseId ?? Guid.Empty;

    /// <summary>The enterprise it belongs to, though it may act for another now; null where there is none.</summary>
    public Guid? OwnEnterpriseId => visitor.OwnStanding?.EnterpriseId;

    /// <summary>Whether it acts for all the enterprise has, and not by a mandate for some services.</summary>
    public bool IsWhole => visitor.Standing is null or { IsWhole: true };

    /// <summary>The services its mandate is for; empty: all.</summary>
    public IReadOnlyList<string> Services => visitor.Standing?.Mandate?.Services ?? [];

    /// <summary>Whether it acts for the enterprise in a service.</summary>
    public bool Covers(string service) => visitor.Standing is null || visitor.Standing.Covers(service);

    /// <summary>Why it does not, or why its act comes from a page made for another enterprise.</summary>
    public static Definitions.LocalizedText NotWithin { get; } =
        new(
            "这项内容现在不在您办理的范围内：代办委托可能已到期或被终止、不包括这个事项，或者您已切换到另一家企业。请在“本企业 → 委托代办”中查看。",
            "This is not within what you file now: the mandate may have expired or ended, or does not cover the service, or you switched to another enterprise. Look under My enterprise, Mandates."
        );

    /// <summary>Whether it may save, submit and the like; a reader may not.</summary>
    public bool MayFile => AccountId is null || visitor.Standing is { MayFile: true };

    /// <summary>Why it may not.</summary>
    public Definitions.LocalizedText Hindrance =>
        visitor.Standing is { } standing
            ? new(
                $"您在{standing.HomeName}的角色是“{standing.Role.Text.Zh}”，{standing.Role.Meaning.Zh}。需要填报的，请联系本企业的管理员修改角色。",
                $"Your role at {standing.HomeName} is “{standing.Role.Text.En}”: it {standing.Role.Meaning.En}. To file, ask an administrator of your enterprise for another role."
            )
            : new(
                "您的账号现在不属于任何企业，不能填报。请接受企业管理员的邀请，或申请加入。",
                "Your account belongs to no enterprise now and cannot file. Accept the invitation of an administrator, or ask for access."
            );

    public string? DraftKeyHash => visitor.IsSignedIn && AccountId is null ? null : keys.Hash;

    /// <summary>Drafts without an account last changed before this are over.</summary>
    public DateTime OldestDraft => Now - DraftKeys.Lifetime;

    public bool IsSignedIn => visitor.IsSignedIn;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>An action of this visitor for its enterprise, now.</summary>
    /// <exception cref="Refused">It may only look.</exception>
    public Process Begin(string name) => MayFile ? new(name, Actor, Now) : throw new Refused(Hindrance);

    /// <summary>The same for what belongs to no service; a mandate for some services does not reach it.</summary>
    /// <exception cref="Refused">It may only look, or acts for some services.</exception>
    public Process BeginForAll(string name) => IsWhole ? Begin(name) : throw new Refused(NotWithin);

    /// <summary>An action that concerns nobody but the account itself.</summary>
    public Process BeginOwn(string name) => new(name, visitor.Actor, Now);

    // The trail says on whose behalf.
    private Actor Actor => visitor.Actor with { Name = visitor.Standing?.SignatureOf(visitor.Name) ?? visitor.Name };
}
