namespace Beian.Definitions.Answers;

/// <summary>The central parities of the renminbi (人民币汇率中间价) of a day, by which amounts are put into US dollars (折美元).</summary>
/// <param name="Day">The day they were published for.</param>
/// <param name="Yuan">How many yuan one unit of a currency (ISO 4217) is.</param>
public sealed record Parities(DateOnly Day, IReadOnlyDictionary<string, decimal> Yuan)
{
    /// <summary>An amount in US dollars, to two decimals; null where the currency or the dollar has no parity that day.</summary>
    public decimal? InDollars(decimal amount, string currency) =>
        YuanOf(currency) is { } unit && YuanOf("USD") is { } dollar
            ? decimal.Round(amount * unit / dollar, 2, MidpointRounding.AwayFromZero)
            : null;

    private decimal? YuanOf(string currency) =>
        currency == "CNY" ? 1
        : Yuan.TryGetValue(currency, out var yuan) ? yuan
        : null;
}
