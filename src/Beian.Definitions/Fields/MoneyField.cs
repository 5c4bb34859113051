using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>
/// An amount of money with its currency and its worth in US dollars (折美元). Exact to two decimals; where the currency is
/// the US dollar the worth follows by itself. In other currencies, where parities are known, a worth that is left open follows from them,
/// and one that is far off is worth a second look.
/// </summary>
public sealed record MoneyField : Field
{
    /// <summary>The largest amount a field takes: sixteen digits before the point.</summary>
    private const decimal Largest = 9_999_999_999_999_999.99m;

    /// <summary>How far a worth may be off the parity without being asked about.</summary>
    private const decimal Tolerance = 0.02m;

    /// <inheritdoc/>
    public override string Type => "money";

    /// <summary>The control of the amount.</summary>
    public string Amount => Code + ".amount";

    /// <summary>The control of the currency (ISO 4217).</summary>
    public string Currency => Code + ".currency";

    /// <summary>The control of the worth in US dollars.</summary>
    public string Usd => Code + ".usd";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [Amount, Currency, Usd];

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => control == Currency ? ValueKind.Text : ValueKind.Number;

    /// <inheritdoc/>
    public override LocalizedText LabelOf(string control) =>
        control == Amount ? new($"{Label.Zh}（金额）", $"{Label.En} (amount)")
        : control == Currency ? new($"{Label.Zh}（币种）", $"{Label.En} (currency)")
        : control == Usd ? new($"{Label.Zh}（折美元）", $"{Label.En} (in US dollars)")
        : Label;

    /// <inheritdoc/>
    public override bool IsBlank(AnswerSet answers) => answers[Amount] is null && answers[Usd] is null;

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        control == Currency ? PlainText.Compact(text).ToUpperInvariant() : NumberText.Normalise(text);

    /// <inheritdoc/>
    public override AnswerSet Derive(AnswerSet answers, EvaluationContext context) =>
        answers[Currency] == "USD" && answers[Amount] is { } amount ? answers.With(Usd, amount)
        : answers[Usd] is null && InDollars(answers, context) is { } usd ? answers.With(Usd, NumberText.Write(usd))
        : answers;

    /// <inheritdoc/>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context)
    {
        if (IsBlank(answers))
            yield break;
        foreach (var control in Controls)
        {
            var problem =
                answers[control] is not { } text ? Missing(control)
                : control == Currency ? CheckCurrency(text)
                : CheckNumber(control, text);
            if (problem is not null)
                yield return problem;
        }
        if (
            answers[Currency] != "USD"
            && InDollars(answers, context) is { } expected
            && NumberText.TryRead(answers[Usd] ?? "", out var usd)
            && decimal.Abs(usd - expected) > expected * Tolerance
        )
            yield return Wrong(Usd, "parity", FarOff(expected, context.Parities!.Day), ProblemLevel.Soft);
    }

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) =>
        answers[control] is not { } text ? Value.Missing
        : control == Currency ? Value.Of(text)
        : NumberText.TryRead(text, out var number) ? Value.Of(number)
        : Value.Missing;

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language)
    {
        if (IsBlank(answers))
            return "";
        var currency = answers[Currency] is { } code ? Currencies.Find(code)?.Name.In(language) ?? code : "";
        var amount = $"{FormatNumber(answers[Amount])} {currency}".Trim();
        if (answers[Usd] is not { } usd || answers[Currency] == "USD")
            return amount;
        return language == Language.Zh ? $"{amount}（折美元 {FormatNumber(usd)}）" : $"{amount} (US$ {FormatNumber(usd)})";
    }

    /// <inheritdoc/>
    public override string FormatOf(string control, AnswerSet answers, Language language) =>
        control == Currency
            ? answers[Currency] is { } code
                ? Currencies.Find(code)?.Name.In(language) ?? code
                : ""
            : FormatNumber(answers[control]);

    private static LocalizedText FarOff(decimal expected, DateOnly day)
    {
        var (usd, date) = (NumberText.Format(expected, 2), DateText.Write(day));
        return new(
            $"按 {date} 的人民币汇率中间价约为 {usd}，与填写的相差超过 2%，请核对；清空这一项再保存，按中间价重新折算。",
            $"By the central parity of {date} it is about {usd}, more than 2% away from what is entered. Please check; emptied and saved, it is worked out anew."
        );
    }

    private decimal? InDollars(AnswerSet answers, EvaluationContext context) =>
        answers[Currency] is { } currency
        && answers[Amount] is { } text
        && NumberText.TryRead(text, out var amount)
        && amount is > 0 and <= Largest
            ? context.Parities?.InDollars(amount, currency)
            : null;

    private static string FormatNumber(string? text) =>
        text is not null && NumberText.TryRead(text, out var number) ? NumberText.Format(number, 2) : text ?? "";

    private Problem? CheckCurrency(string text) =>
        Currencies.Find(text) is null
            ? Wrong(Currency, "currency", new("请从列出的币种中选择。", "Choose one of the currencies offered."))
            : null;

    private Problem? CheckNumber(string control, string text)
    {
        if (!NumberText.TryRead(text, out var number))
            return Wrong(control, "number", new("应为数字，例如 1200.50。", "Enter a number, such as 1200.50."));
        if (NumberText.Decimals(number) > 2)
            return Wrong(control, "places", new("最多两位小数。", "At most two decimals are allowed."));
        if (number < 0)
            return Wrong(control, "min", new("不能小于 0。", "It must not be less than 0."));
        if (number > Largest)
            return Wrong(control, "max", new("小数点前最多 16 位。", "At most 16 digits are allowed before the point."));
        return null;
    }
}
