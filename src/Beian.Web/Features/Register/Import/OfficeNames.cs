using Beian.Definitions.Packs;
using Beian.Web.Authorities;

namespace Beian.Web.Features.Register.Import;

/// <summary>Finds the office that a file names: by id, name, name with those above it, or division.</summary>
public sealed class OfficeNames
{
    private readonly Dictionary<string, string> _byName = [];

    public OfficeNames(AuthorityTree tree, ServiceDefinition service)
    {
        var accepting = tree.AcceptingFor(service).ToHashSet();
        // Names that two offices share mean neither.
        foreach (var names in accepting.SelectMany(a => NamesOf(tree, a).Select(n => (Name: n, a.Id))).Distinct().GroupBy(n => n.Name))
            if (names.ToList() is [var only])
                _byName.Add(only.Name, only.Id);
    }

    /// <summary>The office's id; null for an unknown or an ambiguous one.</summary>
    public string? Find(string text) => _byName.GetValueOrDefault(Columns.Tidy(text));

    private static IEnumerable<string> NamesOf(AuthorityTree tree, Authority authority) =>
        [
            Columns.Tidy(authority.Id),
            Columns.Tidy(authority.Name),
            Columns.Tidy(tree.FullName(authority.Id)),
            Columns.Tidy(authority.Division),
        ];
}
