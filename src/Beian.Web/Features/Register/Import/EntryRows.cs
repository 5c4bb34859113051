using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register.Import;

/// <summary>Works out what the tables get of a row. Asks no database; safe for several rows at once.</summary>
public sealed class EntryRows(Pack pack, Vault vault, long serviceId)
{
    private readonly HashSet<string> _public =
    [
        .. pack.Form.Fields.SelectMany(f => f.Controls.Where(c => pack.Register.Public(f)?.Owns(c) == true)),
    ];

    private readonly HashSet<string> _personal = [.. pack.Form.Fields.Where(f => f.Personal).SelectMany(f => f.Controls)];

    public EntryRow Of(LegacyRow row)
    {
        var answers = row.Answers;
        var shown = answers.Without(control => !_public.Contains(control));
        var key = _personal.Any(c => answers[c] is not null) ? vault.NewSubjectKey() : null;
        var search = SearchRow.Of(
            pack,
            row.Number,
            row.Code,
            row.Subject.Name,
            shown,
            row.AuthorityId,
            row.State!.Value,
            row.FirstApprovedOn,
            row.ApprovedOn
        );
        return new(shown.ToJson(), SealedAnswers.Seal(answers, pack, key ?? "", vault), key, search, Gram.ListOf(serviceId, search.Names));
    }
}
