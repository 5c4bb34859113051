using Beian.Definitions.Expressions;
using Xunit;

namespace Beian.Tests.Expressions;

public sealed class EvaluationTests
{
    [Theory]
    // Arithmetic is decimal and binds as at school.
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("7 % 4", "3")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("-n + 1", "-9")]
    [InlineData("2 - -3", "5")]
    [InlineData("n -1", "9")]
    [InlineData("regCapital.amount / 4", "125")]
    [InlineData("last-year.income * 2", "200")]
    // Impossible operations are missing.
    [InlineData("1 / zero", "")]
    [InlineData("1 % zero", "")]
    [InlineData("huge + huge", "")]
    [InlineData("huge * 2", "")]
    [InlineData("huge / small", "")]
    [InlineData("-huge - 1", "")]
    // Missing goes through operators; ?? replaces it and binds tightest.
    [InlineData("noNumber + 1", "")]
    [InlineData("-noNumber", "")]
    [InlineData("noNumber = noNumber", "")]
    [InlineData("noText + 'a'", "")]
    [InlineData("noNumber ?? 0 + n ?? 0", "10")]
    [InlineData("noNumber ?? -1", "-1")]
    [InlineData("noNumber ?? noNumber ?? 3", "3")]
    [InlineData("noText ?? 'x'", "x")]
    [InlineData("1 / zero ?? 5", "")]
    [InlineData("(1 / zero) ?? 5", "5")]
    // Comparison.
    [InlineData("n = 10.0", "true")]
    [InlineData("n == 10", "true")]
    [InlineData("n != 10", "false")]
    [InlineData("n >= 10 and n <= 10 and not (n < 10 or n > 10)", "true")]
    [InlineData("route = 'uscc'", "true")]
    [InlineData("route = \"USCC\"", "false")]
    [InlineData("'2026-01' < '2026-02'", "true")]
    [InlineData("yes != no", "true")]
    [InlineData("regDate <= today()", "true")]
    [InlineData("regDate > date('2020-02-28')", "true")]
    // Text.
    [InlineData("authority.prefix4 + mid(uscc, 9, 9)", "4403192203821")]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"say \"\"yes\"\"\"", "say \"yes\"")]
    [InlineData("length(uscc)", "18")]
    [InlineData("length(rare)", "2")]
    [InlineData("mid(rare, 2, 1)", "林")]
    [InlineData("mid(uscc, 17, 99)", "1R")]
    [InlineData("mid(uscc, 19, 1)", "")]
    [InlineData("mid(uscc, 0, 1)", "")]
    [InlineData("mid(uscc, 1.5, 1)", "")]
    [InlineData("mid(uscc, 1, huge)", "91440300192203821R")]
    [InlineData("mid(uscc, huge, 1)", "")]
    [InlineData("starts-with(uscc, '91')", "true")]
    [InlineData("starts-with(uscc, '92')", "false")]
    [InlineData("upper('abc')", "ABC")]
    [InlineData("text(year(today())) + '0001'", "20260001")]
    [InlineData("text(-12.50)", "-12.5")]
    [InlineData("text(1000000)", "1000000")]
    [InlineData("text(noNumber)", "")]
    // Numbers.
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("round(-2.5, 0)", "-3")]
    [InlineData("round(2.5, -1)", "")]
    [InlineData("round(2.5, huge)", "")]
    [InlineData("abs(-3)", "3")]
    [InlineData("min(3, n, 2)", "2")]
    [InlineData("max(3, noNumber)", "")]
    [InlineData("max(regDate, date('2019-01-01'))", "2020-02-29")]
    // Dates.
    [InlineData("today()", "2026-03-01")]
    [InlineData("days-between(regDate, date('2020-03-01'))", "1")]
    [InlineData("days-between(date('2020-03-01'), regDate)", "-1")]
    [InlineData("month(regDate)", "2")]
    [InlineData("years-between(regDate, today())", "6")]
    [InlineData("years-between(regDate, date('2021-02-28'))", "0")]
    [InlineData("years-between(today(), regDate)", "-6")]
    [InlineData("add-months(regDate, 12)", "2021-02-28")]
    [InlineData("add-days(regDate, 1)", "2020-03-01")]
    [InlineData("add-days(regDate, 0.5)", "")]
    [InlineData("add-months(regDate, 999999)", "")]
    [InlineData("contains(uscc, '0300')", "true")]
    [InlineData("contains(rare, '森')", "false")]
    [InlineData("has('sea air', 'air')", "true")]
    [InlineData("has('sea air', 'a')", "false")]
    [InlineData("has(noText, 'a')", "")]
    [InlineData("year(regDate)", "2020")]
    [InlineData("date(route)", "")]
    // Columns: blank rows are skipped.
    [InlineData("sum(stores.area)", "42.5")]
    [InlineData("count(stores.area)", "2")]
    [InlineData("count(stores.name)", "2")]
    [InlineData("avg(stores.area)", "21.25")]
    [InlineData("min(stores.area)", "12.5")]
    [InlineData("max(stores.area)", "30")]
    [InlineData("min(stores.opened)", "2019-05-01")]
    [InlineData("sum(stores.rent)", "0")]
    [InlineData("count(stores.rent)", "0")]
    [InlineData("min(stores.rent)", "")]
    [InlineData("max(stores.rent)", "")]
    [InlineData("avg(stores.rent)", "")]
    [InlineData("sum(stores.worth)", "")]
    [InlineData("distinct(stores.name)", "2")]
    [InlineData("count(stores)", "3")]
    // Row by row; inside, the row's own columns.
    [InlineData("count-if(stores, area > 20)", "1")]
    [InlineData("count-if(stores, opened < today())", "2")]
    [InlineData("sum-if(stores, area >= 12.5, area * n)", "425")]
    [InlineData("any(stores, area > 20)", "true")]
    [InlineData("any(stores, area > 99)", "")]
    [InlineData("all(stores, area > 1)", "")]
    [InlineData("all(stores, area > 20)", "false")]
    [InlineData("all(stores, is-missing(area) or area > n)", "true")]
    [InlineData("count-if(stores, years-between(opened, today()) >= 6)", "1")]
    // Choices.
    [InlineData("if(yes, 1, 2)", "1")]
    [InlineData("if(no, 1, 2)", "2")]
    [InlineData("if(noTruth, 1, 2)", "")]
    [InlineData("if(yes, 1, 1 / zero)", "1")]
    [InlineData("one-of(route, 'other', 'uscc')", "true")]
    [InlineData("one-of(route, 'other')", "false")]
    [InlineData("one-of(noText, 'other')", "")]
    [InlineData("one-of(n, noNumber, 10)", "true")]
    [InlineData("one-of(n, noNumber, 11)", "")]
    [InlineData("is-missing(noText)", "true")]
    [InlineData("is-missing(route)", "false")]
    [InlineData("is-missing(1 / zero)", "true")]
    [InlineData("attached('fLicence')", "true")]
    [InlineData("attached('fOrg') or attached('fLicence')", "true")]
    // A name may be called as a function is.
    [InlineData("count + 1", "8")]
    public void Evaluate_Sample_GivesValue(string source, string expected)
    {
        var reading = Expression.Read(source, Values.Names);

        Assert.Empty(reading.Faults);
        Assert.Equal(expected, Plain(reading.Expression!.Evaluate(Values.Sample)));
    }

    [Theory]
    [InlineData("yes", "yes", "true", "true")]
    [InlineData("yes", "no", "false", "true")]
    [InlineData("yes", "noTruth", "", "true")]
    [InlineData("no", "yes", "false", "true")]
    [InlineData("no", "no", "false", "false")]
    [InlineData("no", "noTruth", "false", "")]
    [InlineData("noTruth", "yes", "", "true")]
    [InlineData("noTruth", "no", "false", "")]
    [InlineData("noTruth", "noTruth", "", "")]
    public void Evaluate_Logic_IsKleene(string left, string right, string and, string or)
    {
        Assert.Equal(and, Plain(Value(left + " and " + right)));
        Assert.Equal(or, Plain(Value(left + " or " + right)));
    }

    [Theory]
    [InlineData("yes", "false")]
    [InlineData("no", "true")]
    [InlineData("noTruth", "")]
    public void Evaluate_Not_IsKleene(string operand, string expected) => Assert.Equal(expected, Plain(Value("not " + operand)));

    [Fact]
    public void Evaluate_SourceGivesAnotherKind_IsMissing()
    {
        var values = new Values
        {
            ["n"] = Beian.Definitions.Expressions.Value.Of("ten"),
            Columns = { ["stores.area"] = [Beian.Definitions.Expressions.Value.Of("a"), Beian.Definitions.Expressions.Value.Of(2m)] },
        };

        Assert.True(Read("n + 1").Evaluate(values).IsMissing);
        Assert.Equal(2m, Read("sum(stores.area)").Evaluate(values).Number);
    }

    [Fact]
    public void Explain_NamesColumnsAndDay_GivesEachValueOnce()
    {
        var used = Read("sum(stores.area) > n and regDate < today() and n > 0").Explain(Values.Sample);

        Assert.Equal(
            ["stores.area=30", "stores.area=", "stores.area=12.5", "n=10", "regDate=2020-02-29", "today()=2026-03-01"],
            used.Select(u => $"{u.Name}={u.Value}")
        );
    }

    private static Expression Read(string source) => Expression.Read(source, Values.Names).Expression!;

    private static Value Value(string source) => Read(source).Evaluate(Values.Sample);

    // The scale of a decimal says nothing.
    private static string Plain(Value value) =>
        value.Kind == ValueKind.Number
            ? value.Number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture)
            : value.ToString();
}
