using Beian.Definitions;

namespace Beian.Web.Features.Register.Search;

/// <summary>What somebody looks for.</summary>
/// <param name="Terms">Each must be part of a name.</param>
/// <param name="Code">The code box: must be one of the entry's codes; null where it was left empty.</param>
/// <param name="NameAsCode">The name box read as a code, for those who type a code there; null where it cannot be one.</param>
/// <param name="Before">Only entries older than this one: the next page.</param>
public sealed record SearchQuery(IReadOnlyList<string> Terms, string? Code, string? NameAsCode, long? Before)
{
    /// <summary>More words than any name has.</summary>
    public const int MostTerms = 10;

    /// <summary>Longer than any name.</summary>
    public const int MostCharacters = 200;

    private const int ShortestCode = 6;

    /// <summary>Nothing is asked.</summary>
    public bool IsEmpty => Terms.Count == 0 && Code is null;

    /// <summary>Reads the boxes; the problem says what cannot be understood.</summary>
    public static (SearchQuery Query, SearchProblem? Problem) Parse(string? name, string? code, string? before)
    {
        var tooLong = (name?.Length ?? 0) > MostCharacters;
        var terms = tooLong ? [] : SearchText.Terms(name ?? "");
        var wholeCode = string.IsNullOrWhiteSpace(code) ? null : SearchText.Code(code);
        var nameAsCode = tooLong ? "" : SearchText.Code(name ?? "");
        long? beforeId = long.TryParse(before, out var id) && id > 0 ? id : null;
        var query = new SearchQuery(terms, wholeCode, nameAsCode.Length >= ShortestCode ? nameAsCode : null, beforeId);

        SearchProblem? problem =
            tooLong ? new("name", new($"名称最多输入 {MostCharacters} 个字。", $"Enter at most {MostCharacters} characters of the name."))
            : terms.Count > MostTerms ? new("name", new($"最多输入 {MostTerms} 个词。", $"Enter at most {MostTerms} words."))
            : wholeCode is "" ? new("code", new("代码只含数字和字母，请检查。", "A code has only digits and letters; please check it."))
            : !string.IsNullOrEmpty(before) && beforeId is null
                ? new("before", new("页码标记无效，请重新查询。", "The page marker is not valid; please search again."))
            : null;
        return (problem is null ? query : query with { Terms = [], Code = null, NameAsCode = null }, problem);
    }
}

/// <summary>What is wrong with a query.</summary>
/// <param name="Control">The box it stands in.</param>
public sealed record SearchProblem(string Control, LocalizedText Message);
