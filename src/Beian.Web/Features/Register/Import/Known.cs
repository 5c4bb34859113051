using System.Security.Cryptography;
using System.Text;
using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register.Import;

/// <summary>What of a batch of rows is in the register already: nothing is entered twice, however often a file is read.</summary>
public sealed class Known(AppDb db, string service)
{
    private readonly Dictionary<string, (string CodeKey, string Name)> _numbers = [];
    private readonly Dictionary<string, string> _codes = [];
    private readonly HashSet<string> _waiting = [];
    private readonly HashSet<long> _seen = [];

    /// <summary>Whether it looks only: then what came before in the file is not in the database, and hashes of it are kept.</summary>
    public bool Remembers { get; init; }

    /// <summary>Asks the database about a batch of rows, all at once.</summary>
    public async Task AskAsync(IReadOnlyList<PreparedRow> rows, CancellationToken stop)
    {
        _numbers.Clear();
        _codes.Clear();
        _waiting.Clear();
        var numbers = rows.Where(r => r.State is not null).Select(r => r.Number).ToArray();
        var codes = rows.Where(r => r.State is null or EntryState.Valid).Select(r => r.CodeKey).ToArray();
        var pending = rows.Where(r => r.State is null).Select(r => r.CodeKey).ToArray();
        if (numbers.Length > 0)
            foreach (
                var e in await db
                    .RegisterEntries.Where(e => e.Service == service && EF.Parameter(numbers).Contains(e.Number))
                    .Select(e => new
                    {
                        e.Number,
                        e.CodeKey,
                        e.Name,
                    })
                    .ToListAsync(stop)
            )
                _numbers[e.Number] = (e.CodeKey, e.Name);
        if (codes.Length > 0)
            foreach (
                var e in await db
                    .RegisterEntries.Where(e =>
                        e.Service == service && e.State == EntryState.Valid && EF.Parameter(codes).Contains(e.CodeKey)
                    )
                    .Select(e => new { e.CodeKey, e.Number })
                    .ToListAsync(stop)
            )
                _codes[e.CodeKey] = e.Number;
        if (pending.Length > 0)
            _waiting.UnionWith(
                await db
                    .Filings.Where(f =>
                        f.Service == service
                        && EF.Parameter(pending).Contains(f.CodeKey)
                        && f.OwnerId == null
                        && (f.State == FilingState.Submitted || f.State == FilingState.Returned)
                    )
                    .Select(f => f.CodeKey)
                    .ToListAsync(stop)
            );
    }

    /// <summary>Whether a row is there already, or why it cannot come in beside what is there; notes it otherwise.</summary>
    public (bool IsPresent, LocalizedText? Clash, bool AtNumber) Judge(PreparedRow row)
    {
        var key = row.CodeKey;
        if (row.State is null)
        {
            if (_waiting.Contains(key))
                return (true, null, false);
            if (_codes.ContainsKey(key))
                return (false, Entered, false);
            if (Remembers && !_seen.Add(HashOf("waiting", key)))
                return (true, null, false);
            _waiting.Add(key);
            return default;
        }
        if (_numbers.TryGetValue(row.Number, out var other))
            return other == (key, row.Name) ? (true, null, false) : (false, Taken, true);
        if (row.State == EntryState.Valid && _codes.ContainsKey(key))
            return (false, Entered, false);
        if (Remembers && !_seen.Add(HashOf("number", row.Number)))
            return (false, Taken, true);
        if (Remembers && row.State == EntryState.Valid && !_seen.Add(HashOf("code", key)))
            return (false, Entered, false);
        _numbers.Add(row.Number, (key, row.Name));
        if (row.State == EntryState.Valid)
            _codes.Add(key, row.Number);
        return default;
    }

    private static long HashOf(string kind, string text) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{text}")));

    private static LocalizedText Taken { get; } = new("这个登记表编号已属于另一项登记。", "This number belongs to another entry.");

    private static LocalizedText Entered { get; } = new("该企业代码已有有效的登记。", "This enterprise code has a valid entry already.");
}
