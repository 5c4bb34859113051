using System.Globalization;
using System.Text.RegularExpressions;
using Beian.Definitions;
using Beian.Definitions.Codes;

namespace Beian.Web.Features.Filings.Rates;

/// <summary>
/// A table of central parities as the foreign exchange trade system publishes it: a line a day, a column a currency pair (<c>USD/CNY</c>,
/// <c>100JPY/CNY</c>, <c>CNY/THB</c>), comma-separated. Blank cells and <c>---</c> are days without a parity.
/// </summary>
public sealed partial class ParityFile
{
    /// <summary>Six years of days.</summary>
    public const int MostLines = 1_500;

    private static readonly string[] _days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd"];

    private readonly List<LocalizedText> _faults = [];
    private readonly Dictionary<(DateOnly Day, string Currency), CurrencyParity> _parities = [];

    private ParityFile() { }

    /// <summary>What is wrong, with its line; nothing is taken from a file with a fault.</summary>
    public IReadOnlyList<LocalizedText> Faults => _faults;

    /// <summary>The parities, oldest first.</summary>
    public IReadOnlyList<CurrencyParity> Parities =>
        [.. _parities.Values.OrderBy(p => p.Day).ThenBy(p => p.Currency, StringComparer.Ordinal)];

    /// <param name="today">No parity is of a later day.</param>
    public static ParityFile Read(string text, DateOnly today)
    {
        var file = new ParityFile();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var columns = file.ReadHeader(Cells(lines[0]));
        if (columns.Count > 0)
            for (var i = 1; i < lines.Length && file._faults.Count < 50; i++)
                if (lines[i].Trim().Length > 0)
                    file.ReadLine(i + 1, Cells(lines[i]), columns, today);
        if (lines.Length > MostLines)
            file.Fault(MostLines, $"最多 {MostLines} 行", $"at most {MostLines} lines");
        if (file._faults.Count == 0 && file._parities.Count == 0)
            file.Fault(1, "没有一个中间价", "there is no parity");
        return file;
    }

    private static string[] Cells(string line) => [.. line.Split(',', '\t').Select(c => c.Trim().Trim('"').Trim())];

    private Dictionary<int, Pair> ReadHeader(string[] cells)
    {
        var columns = new Dictionary<int, Pair>();
        for (var i = 1; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
                continue;
            if (Pair.Read(cells[i]) is not { } pair)
                Fault(
                    1,
                    $"看不懂列名“{cells[i]}”，应类似 USD/CNY、100JPY/CNY、CNY/THB",
                    $"column “{cells[i]}” is none of the kind USD/CNY, 100JPY/CNY, CNY/THB"
                );
            else if (columns.Values.Any(c => c.Currency == pair.Currency))
                Fault(1, $"{pair.Currency} 有两列", $"{pair.Currency} has two columns");
            else
                columns[i] = pair;
        }
        if (columns.Values.All(c => c.Currency != "USD"))
            Fault(1, "没有 USD/CNY 一列，无法折美元", "there is no column USD/CNY, so nothing can be put into dollars");
        return columns;
    }

    private void ReadLine(int line, string[] cells, Dictionary<int, Pair> columns, DateOnly today)
    {
        if (!DateOnly.TryParseExact(cells[0], _days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Fault(line, $"“{cells[0]}”不是日期，应类似 2026-11-20", $"“{cells[0]}” is no date such as 2026-11-20");
        else if (day > today)
            Fault(line, $"{day:yyyy-MM-dd} 还没有到", $"{day:yyyy-MM-dd} has not come yet");
        else
            foreach (var (i, pair) in columns)
                ReadCell(line, day, pair, i < cells.Length ? cells[i] : "");
    }

    private void ReadCell(int line, DateOnly day, Pair pair, string cell)
    {
        if (cell.Trim('-').Length == 0)
            return;
        if (
            !decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            || price is <= 0 or >= 1_000_000
        )
            Fault(line, $"{pair.Name} 的“{cell}”不是正数", $"“{cell}” of {pair.Name} is no positive number");
        else if (!_parities.TryAdd((day, pair.Currency), new(day, pair.Currency, pair.Yuan(price))))
            Fault(line, $"{day:yyyy-MM-dd} 有两行", $"{day:yyyy-MM-dd} has two lines");
    }

    private void Fault(int line, string zh, string en) => _faults.Add(new($"第 {line} 行：{zh}。", $"Line {line}: {en}."));

    /// <summary>The heading of a column.</summary>
    /// <param name="Units">How many units of the first currency the price is of.</param>
    /// <param name="IsInverse">The price is of yuan in the currency.</param>
    private sealed partial record Pair(string Name, string Currency, int Units, bool IsInverse)
    {
        public static Pair? Read(string heading)
        {
            if (Heading().Match(heading.ToUpperInvariant()) is not { Success: true } match)
                return null;
            var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
            var units = match.Groups["units"] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 1;
            var currency = first == "CNY" ? second : first;
            return units > 0 && currency != "CNY" && (first == "CNY" || second == "CNY") && Currencies.Find(currency) is not null
                ? new(heading, currency, units, first == "CNY")
                : null;
        }

        /// <summary>Yuan for one unit of the currency.</summary>
        public decimal Yuan(decimal price) => decimal.Round(IsInverse ? Units / price : price / Units, 8, MidpointRounding.AwayFromZero);

        [GeneratedRegex(@"\A(?<units>[0-9]{1,6})?(?<first>[A-Z]{3})/(?<second>[A-Z]{3})\z")]
        private static partial Regex Heading();
    }
}
