using Beian.Web.Authorities;
using Beian.Web.Data;

namespace Beian.Web.Features.Register.Import;

/// <summary>What an import works with.</summary>
public sealed record ImportRoom(
    AppDb Db,
    Database Database,
    WriteGate Gate,
    Vault Vault,
    AuthorityTree Authorities,
    WorkingDays Days,
    TimeProvider Clock
)
{
    public DateTime Now => Clock.GetUtcNow().UtcDateTime;
}
