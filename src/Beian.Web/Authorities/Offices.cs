using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Authorities;

/// <summary>The tree of authorities and the calendar as they are now: read anew after a change, here or by another node.</summary>
public sealed class Offices(IServiceScopeFactory scopes, WorkingDays calendar)
{
    private readonly Lock _turn = new();
    private volatile AuthorityTree? _tree;
    private (DateTime? Authorities, DateTime? Holidays) _known;

    public AuthorityTree Tree
    {
        get
        {
            if (_tree is null)
                Refresh();
            return _tree!;
        }
    }

    /// <summary>Reads everything anew.</summary>
    public void Refresh()
    {
        lock (_turn)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            _known = LastChanges(db);
            _tree = new([.. db.Authorities.AsNoTracking()]);
            calendar.Take([.. db.HolidayTables.AsNoTracking()]);
        }
    }

    /// <summary>Reads everything anew where something changed since the last time.</summary>
    public void RefreshIfChanged()
    {
        using (var scope = scopes.CreateScope())
            if (_tree is not null && LastChanges(scope.ServiceProvider.GetRequiredService<AppDb>()) == _known)
                return;
        Refresh();
    }

    private static (DateTime?, DateTime?) LastChanges(AppDb db) =>
        (db.Authorities.Max(a => a.ChangedAt), db.HolidayTables.Max(t => (DateTime?)t.UploadedAt));
}
