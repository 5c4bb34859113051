using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Rates;

/// <summary>The central parities there are.</summary>
public sealed class ParityBook(AppDb db)
{
    /// <summary>The subject of events about the book, of which there is one.</summary>
    private static readonly Guid _id = new("0193c7a0-0000-7000-8000-70617269746d");

    /// <summary>The newest parities up to a day for the currencies of some answers.</summary>
    /// <returns>Null where no amount is to be put into dollars, or nothing was published.</returns>
    public async Task<Parities?> FindAsync(Pack pack, AnswerSet answers, DateOnly day, CancellationToken stop)
    {
        var currencies = answers
            .Where(a => pack.Form.FindCell(a.Key) is MoneyField money && a.Key == money.Currency && a.Value != "USD")
            .Select(a => a.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (currencies.Count == 0)
            return null;
        currencies.Add("USD");
        var found = await db.Set<CurrencyParity>()
            .AsNoTracking()
            .Where(p => currencies.Contains(p.Currency))
            .Where(p => p.Day == db.Set<CurrencyParity>().Where(q => q.Currency == "USD" && q.Day <= day).Max(q => (DateOnly?)q.Day))
            .ToListAsync(stop);
        return found.Count == 0 ? null : new(found[0].Day, found.ToDictionary(p => p.Currency, p => p.Yuan, StringComparer.Ordinal));
    }

    /// <summary>The newest day's parities, for looking at; empty where there are none.</summary>
    public Task<List<CurrencyParity>> NewestAsync(CancellationToken stop) =>
        db.Set<CurrencyParity>()
            .AsNoTracking()
            .Where(p => p.Day == db.Set<CurrencyParity>().Max(q => (DateOnly?)q.Day))
            .OrderBy(p => p.Currency)
            .ToListAsync(stop);

    /// <summary>Enters parities, in one transaction; a day that is there already is replaced.</summary>
    /// <returns>How many days.</returns>
    public async Task<int> EnterAsync(IReadOnlyList<CurrencyParity> parities, Process process, CancellationToken stop)
    {
        var days = parities.Select(p => p.Day).ToHashSet();
        var (first, last) = (days.Min(), days.Max());
        var there = await db.Set<CurrencyParity>()
            .Where(p => p.Day >= first && p.Day <= last)
            .ToDictionaryAsync(p => (p.Day, p.Currency), stop);
        foreach (var parity in parities)
            if (there.Remove((parity.Day, parity.Currency), out var former))
                former.Correct(parity.Yuan);
            else
                db.Add(parity);
        db.RemoveRange(there.Values.Where(p => days.Contains(p.Day)));
        process.Record(
            "ParitiesEntered",
            "parities",
            _id,
            new
            {
                first,
                last,
                days = days.Count,
            }
        );
        await db.SaveAsync(process, stop);
        return days.Count;
    }
}
