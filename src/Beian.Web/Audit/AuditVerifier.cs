using Beian.Definitions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Audit;

/// <summary>Recomputes the chain of seals from the events and says what does not fit. May run while the site does.</summary>
public sealed class AuditVerifier(AppDb db, AuditKey key, HeadsFile heads, TimeProvider clock)
{
    private const int Page = 100;

    private readonly List<LocalizedText> _faults = [];
    private readonly Dictionary<long, string> _exported = [];
    private readonly Queue<(DateTime SealedAt, long HighestEventId)> _recent = new();
    private long _settled = long.MinValue;
    private Seal? _previous;

    public async Task<AuditReport> VerifyAsync(CancellationToken stop)
    {
        // The file first: it only ever names seals that are in the database already.
        foreach (var head in await heads.ReadAsync(stop))
            if (!_exported.TryAdd(head.Number, head.Sha256) && _exported[head.Number] != head.Sha256)
                Fault(
                    $"导出的第 {head.Number} 号封存有两个不同的散列值",
                    $"The exported heads name two different hashes of seal {head.Number}"
                );

        var last = await db.Seals.MaxAsync(s => (long?)s.Number, stop) ?? 0;
        while (await NextPageAsync(last, stop) is { Count: > 0 } seals)
        {
            var (from, to) = (seals[0].Number, seals[^1].Number);
            var members = await MembersAsync(from, to, stop);
            foreach (var seal in seals)
                Check(seal, [.. members[seal.Number]]);
        }

        foreach (var number in _exported.Keys.Where(n => n > (_previous?.Number ?? 0)).Order())
            Fault($"第 {number} 号封存已导出，但数据库中没有", $"Seal {number} was exported but is not in the database");
        await CheckUnsealedAsync(stop);
        var unsealed = await db.UnsealedEvents.LongCountAsync(stop);
        return new(_previous?.Number ?? 0, unsealed, _faults);
    }

    private Task<List<Seal>> NextPageAsync(long last, CancellationToken stop)
    {
        var after = _previous?.Number ?? long.MinValue;
        return db.Seals.AsNoTracking().Where(s => s.Number > after && s.Number <= last).OrderBy(s => s.Number).Take(Page).ToListAsync(stop);
    }

    private async Task<ILookup<long, (SealMember Member, Event? Event)>> MembersAsync(long from, long to, CancellationToken stop)
    {
        var rows = await (
            from member in db.SealMembers.AsNoTracking()
            where member.SealNumber >= @from && member.SealNumber <= to
            join happened in db.Events.AsNoTracking() on member.EventId equals happened.Id into found
            from happened in found.DefaultIfEmpty()
            orderby member.EventId
            select new { member, happened }
        ).ToListAsync(stop);
        return rows.ToLookup(r => r.member.SealNumber, r => (r.member, (Event?)r.happened));
    }

    private void Check(Seal seal, IReadOnlyList<(SealMember Member, Event? Event)> members)
    {
        var expected = (_previous?.Number ?? 0) + 1;
        if (seal.Number != expected)
            Fault($"第 {expected} 号封存缺失（其后是第 {seal.Number} 号）", $"Seal {expected} is missing (the next is {seal.Number})");
        if (seal.PreviousSha256 != (_previous?.Sha256 ?? ""))
            Fault($"第 {seal.Number} 号封存与前一号不衔接", $"Seal {seal.Number} does not follow the one before it");
        foreach (var (member, happened) in members)
            CheckEvent(seal, member, happened);
        if (members.Count != seal.EventCount)
            Fault(
                $"第 {seal.Number} 号封存应有 {seal.EventCount} 条记录，实有 {members.Count} 条",
                $"Seal {seal.Number} has {members.Count} events instead of {seal.EventCount}"
            );
        if (SealHash.Of(seal, members.Select(m => m.Member)) != seal.Sha256)
            Fault($"第 {seal.Number} 号封存的内容与散列值不符", $"Seal {seal.Number} does not fit its hash");
        if (!key.Verify(seal.KeyId, seal.Sha256, seal.Signature))
            Fault($"第 {seal.Number} 号封存的签名不是本系统密钥所签", $"Seal {seal.Number} is not signed by a key of this installation");
        if (_exported.GetValueOrDefault(seal.Number, seal.Sha256) != seal.Sha256)
            Fault($"第 {seal.Number} 号封存与导出的散列值不符", $"Seal {seal.Number} differs from its exported hash");

        _recent.Enqueue((seal.SealedAt, seal.HighestEventId));
        _previous = seal;
    }

    private void CheckEvent(Seal seal, SealMember member, Event? happened)
    {
        if (happened is null)
            Fault(
                $"第 {member.EventId} 条记录已被删除（第 {seal.Number} 号封存）",
                $"Event {member.EventId} was deleted (seal {seal.Number})"
            );
        else if (SealHash.Of(happened) != member.Sha256)
            Fault(
                $"第 {member.EventId} 条记录已被改动（第 {seal.Number} 号封存）",
                $"Event {member.EventId} was changed (seal {seal.Number})"
            );
        if (member.EventId <= SettledAt(seal.SealedAt))
            Fault(
                $"第 {member.EventId} 条记录是事后插入的（第 {seal.Number} 号封存）",
                $"Event {member.EventId} was inserted later (seal {seal.Number})"
            );
    }

    private async Task CheckUnsealedAsync(CancellationToken stop)
    {
        var settled = SettledAt(clock.GetUtcNow().UtcDateTime);
        var late = await db.UnsealedEvents.Where(e => e.Id <= settled).OrderBy(e => e.Id).Select(e => e.Id).Take(Page).ToListAsync(stop);
        foreach (var id in late)
            Fault(
                $"第 {id} 条记录是事后插入的，或其封存记录已被删除",
                $"Event {id} was inserted later, or its membership of a seal was deleted"
            );
    }

    /// <summary>Up to which number all events had been sealed for longer than any transaction takes.</summary>
    private long SettledAt(DateTime moment)
    {
        while (_recent.TryPeek(out var seal) && seal.SealedAt < moment - Sealer.Overlap)
            _settled = Math.Max(_settled, _recent.Dequeue().HighestEventId);
        return _settled;
    }

    private void Fault(string zh, string en) => _faults.Add(new(zh, en));
}
