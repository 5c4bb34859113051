using System.Globalization;

namespace Beian.Web.Features.Shared;

/// <summary>上一页 and 下一页 of a list paged by key; null where there is none.</summary>
/// <param name="Total">How many there are, as words (1000+).</param>
public sealed record Pager(string? Previous, string? Next, string Total)
{
    /// <summary>Beyond this nobody needs the exact figure, and counting on would read the whole list.</summary>
    public const int MostCounted = 1000;

    /// <summary>Makes a page of rows that were read by key.</summary>
    /// <param name="rows">As read, one more than fits where there are more; afterwards the page in its order.</param>
    /// <param name="size">How many fit.</param>
    /// <param name="total">How many there are on all pages, counted to one beyond <see cref="MostCounted"/>.</param>
    /// <param name="after">The address of what follows a row.</param>
    /// <param name="before">The address of what goes before a row; null: the rows are the first ones.</param>
    /// <param name="back">Whether they were read backwards.</param>
    public static Pager Of<T>(List<T> rows, int size, int total, Func<T, string> after, Func<T, string>? before = null, bool back = false)
    {
        var more = rows.Count > size;
        if (more)
            rows.RemoveAt(size);
        if (back)
            rows.Reverse();
        return new(
            rows.Count > 0 && (more || !back) ? before?.Invoke(rows[0]) : null,
            rows.Count > 0 && (more || back) ? after(rows[^1]) : null,
            Words(total)
        );
    }

    /// <summary>A count that may be cut off.</summary>
    public static string Words(int count) => count > MostCounted ? $"{MostCounted}+" : count.ToString(CultureInfo.InvariantCulture);
}
