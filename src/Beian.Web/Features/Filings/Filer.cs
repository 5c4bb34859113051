using Beian.Web.Data;
using Beian.Web.Features.Account;

namespace Beian.Web.Features.Filings;

/// <summary>The visitor as one who files: an enterprise's account, or only a browser with drafts. Officers file nothing.</summary>
public sealed class Filer(Visitor visitor, DraftKeys keys, TimeProvider clock)
{
    /// <summary>The enterprise's account; null when none is signed in.</summary>
    public Guid? AccountId => visitor.Kind == AccountKind.Enterprise ? visitor.AccountId : null;

    public string? DraftKeyHash => visitor.IsSignedIn && AccountId is null ? null : keys.Hash;

    /// <summary>Drafts without an account last changed before this are over.</summary>
    public DateTime OldestDraft => clock.GetUtcNow().UtcDateTime - DraftKeys.Lifetime;

    public bool IsSignedIn => visitor.IsSignedIn;

    /// <summary>An action of this visitor, now.</summary>
    public Process Begin(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);
}
