using System.Globalization;
using System.Text;

namespace Beian.Definitions.Expressions;

/// <summary>A function whose arguments each have one kind, and which is missing where one of them is.</summary>
/// <param name="Signature">How it is written.</param>
/// <param name="Result">The kind of its value.</param>
/// <param name="Parameters">The kinds of its arguments.</param>
/// <param name="Run">Its value for present arguments.</param>
internal sealed record Function(string Signature, ValueKind Result, IReadOnlyList<ValueKind> Parameters, Func<Value[], Value> Run)
{
    /// <summary>All of them by name.</summary>
    public static IReadOnlyDictionary<string, Function> All { get; } =
        new[]
        {
            new Function("length(text)", ValueKind.Number, [ValueKind.Text], a => Value.Of(Length(a[0].Text))),
            new Function(
                "mid(text, start, count)",
                ValueKind.Text,
                [ValueKind.Text, ValueKind.Number, ValueKind.Number],
                a => Mid(a[0].Text, a[1].Number, a[2].Number)
            ),
            new Function(
                "starts-with(text, beginning)",
                ValueKind.Boolean,
                [ValueKind.Text, ValueKind.Text],
                a => Value.Of(a[0].Text.StartsWith(a[1].Text, StringComparison.Ordinal))
            ),
            new Function(
                "contains(text, part)",
                ValueKind.Boolean,
                [ValueKind.Text, ValueKind.Text],
                a => Value.Of(a[0].Text.Contains(a[1].Text, StringComparison.Ordinal))
            ),
            // Several choices are kept as their codes, joined by a blank.
            new Function(
                "has(choices, 'code')",
                ValueKind.Boolean,
                [ValueKind.Text, ValueKind.Text],
                a => Value.Of(a[0].Text.Split(' ').Contains(a[1].Text, StringComparer.Ordinal))
            ),
            new Function("text(number)", ValueKind.Text, [ValueKind.Number], a => Value.Of(Digits(a[0].Number))),
            new Function("upper(text)", ValueKind.Text, [ValueKind.Text], a => Value.Of(a[0].Text.ToUpperInvariant())),
            new Function(
                "round(number, digits)",
                ValueKind.Number,
                [ValueKind.Number, ValueKind.Number],
                a => Round(a[0].Number, a[1].Number)
            ),
            new Function("abs(number)", ValueKind.Number, [ValueKind.Number], a => Value.Of(Math.Abs(a[0].Number))),
            new Function(
                "days-between(from, to)",
                ValueKind.Number,
                [ValueKind.Date, ValueKind.Date],
                a => Value.Of((decimal)(a[1].Date.DayNumber - a[0].Date.DayNumber))
            ),
            new Function(
                "years-between(from, to)",
                ValueKind.Number,
                [ValueKind.Date, ValueKind.Date],
                a => Value.Of((decimal)YearsBetween(a[0].Date, a[1].Date))
            ),
            new Function(
                "add-days(date, days)",
                ValueKind.Date,
                [ValueKind.Date, ValueKind.Number],
                a => Later(a[1].Number, n => a[0].Date.AddDays(n))
            ),
            new Function(
                "add-months(date, months)",
                ValueKind.Date,
                [ValueKind.Date, ValueKind.Number],
                a => Later(a[1].Number, n => a[0].Date.AddMonths(n))
            ),
            new Function("month(date)", ValueKind.Number, [ValueKind.Date], a => Value.Of((decimal)a[0].Date.Month)),
            new Function("year(date)", ValueKind.Number, [ValueKind.Date], a => Value.Of((decimal)a[0].Date.Year)),
            new Function("date('2026-03-01')", ValueKind.Date, [ValueKind.Text], a => Date(a[0].Text)),
        }.ToDictionary(f => f.Signature[..f.Signature.IndexOf('(', StringComparison.Ordinal)]);

    /// <summary>The date a text says in the form <c>2026-03-01</c>; missing where it says none.</summary>
    public static Value Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Value.Of(date)
            : Value.Missing;

    // Whole years that have passed; the year of 29 February is full on 1 March.
    private static int YearsBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -YearsBetween(to, from);
        var years = to.Year - from.Year;
        return (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? years - 1 : years;
    }

    // A day outside the calendar is none.
    private static Value Later(decimal count, Func<int, DateOnly> add)
    {
        if (count != decimal.Truncate(count) || Math.Abs(count) > 1_000_000)
            return Value.Missing;
        try
        {
            return Value.Of(add((int)count));
        }
        catch (ArgumentOutOfRangeException)
        {
            return Value.Missing;
        }
    }

    // As it would be typed: no thousands, no zeros at the end.
    private static string Digits(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    // People count characters; a rare one (𠮷) is one character and two chars.
    private static decimal Length(string text) => text.EnumerateRunes().Count();

    // The first character is 1. What begins behind the end is missing; what ends behind it is shorter.
    private static Value Mid(string text, decimal start, decimal count)
    {
        if (start < 1 || count < 0 || start != decimal.Truncate(start) || count != decimal.Truncate(count) || start > Length(text))
            return Value.Missing;

        var middle = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Skip((int)start - 1).Take((int)Math.Min(count, int.MaxValue)))
            middle.Append(rune.ToString());
        return Value.Of(middle.ToString());
    }

    // Halves go away from zero, as in commerce (四舍五入).
    private static Value Round(decimal number, decimal digits) =>
        digits is >= 0 and <= 28 && digits == decimal.Truncate(digits)
            ? Value.Of(Math.Round(number, (int)digits, MidpointRounding.AwayFromZero))
            : Value.Missing;
}
