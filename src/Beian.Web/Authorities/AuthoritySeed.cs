using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Authorities;

/// <summary>The offices that come with the program (authorities.csv); a release may bring more, none is ever overwritten.</summary>
public static class AuthoritySeed
{
    private const long Lock = 7243002;

    /// <summary>Adds the offices that are not in the database yet.</summary>
    public static async Task PlantAsync(AppDb db, CancellationToken stop)
    {
        // Two nodes may start at once: the second waits and then finds the first one's offices.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.LockAsync(Lock, stop);
        var known = await db.Authorities.AsNoTracking().ToDictionaryAsync(a => a.Id, stop);
        foreach (var row in Rows())
        {
            if (known.ContainsKey(row.Id))
                continue;
            var authority = new Authority(
                row.Id,
                row.Parent.Length == 0 ? null : known[row.Parent],
                row.Level,
                row.Name,
                row.Division,
                row.Kind,
                row.Prefix
            );
            known.Add(row.Id, authority);
            db.Add(authority);
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static IEnumerable<(string Id, string Parent, int Level, string Name, string Division, string Kind, string Prefix)> Rows()
    {
        using var reader = new StreamReader(
            typeof(AuthoritySeed).Assembly.GetManifestResourceStream("Beian.Web.Authorities.authorities.csv")!
        );
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(',');
            yield return (
                cells[0],
                cells[1],
                int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture),
                cells[3],
                cells[4],
                cells[5],
                cells[6]
            );
        }
    }
}
