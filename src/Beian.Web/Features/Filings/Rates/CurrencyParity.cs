using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings.Rates;

/// <summary>The central parity of one currency on one day, as an authority uploaded it.</summary>
/// <param name="day">The day it was published for.</param>
/// <param name="currency">ISO 4217.</param>
/// <param name="yuan">Yuan for one unit, at most eight decimals.</param>
public sealed class CurrencyParity(DateOnly day, string currency, decimal yuan)
{
    public DateOnly Day { get; private set; } = day;

    public string Currency { get; private set; } = currency;

    public decimal Yuan { get; private set; } = yuan;

    /// <summary>The day was uploaded again.</summary>
    public void Correct(decimal yuan) => Yuan = yuan;

    private sealed class Configuration : IEntityTypeConfiguration<CurrencyParity>
    {
        public void Configure(EntityTypeBuilder<CurrencyParity> entity)
        {
            entity.ToTable("currency_parities");
            entity.HasKey(p => new { p.Day, p.Currency });
            entity.Property(p => p.Yuan).HasPrecision(18, 8);
        }
    }
}
