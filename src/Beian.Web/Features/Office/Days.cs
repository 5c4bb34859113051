using System.Globalization;
using Beian.Web.Features.Shared;
using Beian.Web.Web;

namespace Beian.Web.Features.Office;

/// <summary>From one day in China to another, both included; null: without an end on that side.</summary>
public sealed record Days(DateOnly? From, DateOnly? To)
{
    public static Days All { get; } = new(null, null);

    /// <summary>The moment from which on it counts; null: from the beginning.</summary>
    public DateTime? Since => From is { } from ? ChinaTime.StartOf(from) : null;

    /// <summary>The moment from which on it counts no longer; null: it goes on.</summary>
    public DateTime? Until => To is { } to ? ChinaTime.StartOf(to.AddDays(1)) : null;

    /// <summary>The first day as a date box has it; empty for none.</summary>
    public string FromText => TextOf(From);

    /// <summary>The last day as a date box has it; empty for none.</summary>
    public string ToText => TextOf(To);

    /// <summary>Reads the two dates of an address. One that cannot be read is told and left out.</summary>
    public static Days Read(IQueryCollection query, string from, string to, List<ErrorLine> problems, Texts t) =>
        new(Read(query, from, problems, t), Read(query, to, problems, t));

    private static DateOnly? Read(IQueryCollection query, string name, List<ErrorLine> problems, Texts t)
    {
        var text = (string?)query[name];
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (ChinaTime.Read(text) is { } day)
            return day;
        problems.Add(new(name, t[ChinaTime.Unreadable]));
        return null;
    }

    private static string TextOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
