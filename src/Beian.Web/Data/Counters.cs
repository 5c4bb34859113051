using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Data;

/// <summary>Numbers that are given once each. Drawn inside the transaction of an action: what rolls back was never given.</summary>
public static class Counters
{
    /// <summary>The counter of a field's numbers.</summary>
    public static string NameOf(string service, string field) => $"{service}/{field}";

    extension(AppDb db)
    {
        /// <summary>The next value of a counter, from 1. Others wait for the number until this transaction ends.</summary>
        public async Task<long> NextNumberAsync(string counter, CancellationToken stop)
        {
            var values = await db
                .Database.SqlQuery<long>(
                    $"INSERT INTO counters (name, value) VALUES ({counter}, 1) ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"
                )
                .ToListAsync(stop);
            return values[0];
        }
    }
}
