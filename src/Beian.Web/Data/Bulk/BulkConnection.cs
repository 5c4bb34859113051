using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Data.Bulk;

/// <summary>
/// Keeps a context's connection open with settings for writing much: on SQLite room for the indexes that every row touches, and fewer checkpoints, so that a page
/// which changes again and again goes into the file now and then only. References are not looked up for every row: who opens it writes only such as it knows
/// to be there. Commits are flushed as ever.
/// </summary>
public sealed class BulkConnection : IAsyncDisposable
{
    private readonly AppDb _db;
    private readonly bool _isSqlite;

    private BulkConnection(AppDb db, bool isSqlite) => (_db, _isSqlite) = (db, isSqlite);

    public static async Task<BulkConnection> OpenAsync(AppDb db, DatabaseProvider provider, CancellationToken stop)
    {
        var bulk = new BulkConnection(db, provider == DatabaseProvider.Sqlite);
        await db.Database.OpenConnectionAsync(stop);
        if (bulk._isSqlite)
            await db.Database.ExecuteSqlRawAsync(
                "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -128000; PRAGMA wal_autocheckpoint = 100000",
                stop
            );
        return bulk;
    }

    /// <summary>Gives the connection back as it was.</summary>
    public async ValueTask DisposeAsync()
    {
        // The log has grown to hundreds of megabytes, which nobody needs any more.
        if (_isSqlite)
            await _db.Database.ExecuteSqlRawAsync(
                "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 1000; PRAGMA wal_checkpoint(TRUNCATE)"
            );
        await _db.Database.CloseConnectionAsync();
    }
}
