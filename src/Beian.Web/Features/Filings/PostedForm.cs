using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Features.Account;
using Microsoft.Extensions.Primitives;

namespace Beian.Web.Features.Filings;

/// <summary>What came with a form: its fields as typed, and the files that lie in the store already.</summary>
public sealed record PostedForm(IFormCollection Fields, IReadOnlyList<ReceivedFile> Files, IReadOnlyList<Problem> FileProblems)
{
    /// <summary>The control that says how the antiforgery token is called.</summary>
    public const string Token = "__RequestVerificationToken";

    private static readonly HashSet<string> _own = new(StringComparer.Ordinal)
    {
        "action",
        "authority",
        "id",
        "route",
        "seal",
        "service",
        Signing.SheetWords.CodeControl,
        "version",
        Token,
    };

    /// <summary>The button that was pressed: save, submit, refresh …</summary>
    public string Action => Fields["action"].ToString() is { Length: > 0 } action ? action : "save";

    public int Version => int.TryParse(Fields["version"], out var version) ? version : 0;

    public Guid Id => Guid.TryParse(Fields["id"], out var id) ? id : Guid.Empty;

    /// <summary>The short code of the signed sheet, as typed.</summary>
    public string SheetCode => Fields[Signing.SheetWords.CodeControl].ToString() is { Length: <= 40 } code ? code : "";

    public AccountAnswers Account => AccountAnswers.From(Fields);

    /// <summary>Whether the account block was on the form.</summary>
    public bool HasAccount => Fields.ContainsKey("account.userName");

    /// <summary>The answers that the enterprise may give; everything else is dropped.</summary>
    public AnswerSet AnswersTo(Pack pack) =>
        AnswerSet.From(
            Fields
                .Where(f => !_own.Contains(f.Key) && pack.Form.Accepts(f.Key))
                .Select(f => KeyValuePair.Create(f.Key, TextOf(pack, f.Key, f.Value)))
        );

    /// <summary>The names of fields that are neither the pack's nor the page's own: nothing of them is stored.</summary>
    public IReadOnlyList<string> UnknownTo(Pack pack) =>
        [
            .. Fields
                .Keys.Where(k =>
                    !_own.Contains(k)
                    && !k.StartsWith("account.", StringComparison.Ordinal)
                    && !pack.Form.Accepts(k)
                    && pack.Attachments.All(a => a.Code != k)
                )
                .Order(StringComparer.Ordinal),
        ];

    // The database of one of the two cannot hold a NUL; a form has no use for it.
    private static string TextOf(Pack pack, string control, StringValues values) =>
        (pack.Form.FindByControl(control) is ChoicesField ? string.Join(' ', values.ToArray()) : values.FirstOrDefault() ?? "").Replace(
            "\0",
            "",
            StringComparison.Ordinal
        );
}
