using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>A pack without what a minor version may change.</summary>
internal static class Structure
{
    /// <summary>The key of what people ask about a field: nothing but texts, so that one more changes nothing a filing rests on.</summary>
    public const string Questions = "faq";

    /// <summary>Hash of the canonical JSON of what is left, lower-case hexadecimal.</summary>
    public static string Hash(PackContent content)
    {
        var json = JsonNodes.Write(PackCompiler.Format, "", Of(content));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    private static IEnumerable<KeyValuePair<string, Node>> Of(PackContent content)
    {
        foreach (var (file, node) in content.Files)
        {
            if (!IsDefinition(file))
                continue;
            var bare = WithoutTexts(node, content.Texts);
            yield return new(
                file,
                file == ServiceCompiler.File && bare is MapNode service
                    ? service with
                    {
                        Entries = [.. service.Entries.Where(e => e.Key.Text != "version")],
                    }
                    : bare
            );
        }
    }

    /// <summary>Whether a file says what a filing is. English and laws are texts; migrations say how drafts get here, not what they are here.</summary>
    public static bool IsDefinition(string file) =>
        file != EnglishTexts.File
        && !file.StartsWith(LawsCompiler.Folder, StringComparison.Ordinal)
        && !file.StartsWith(MigrationsCompiler.Folder, StringComparison.Ordinal);

    private static Node WithoutTexts(Node node, IReadOnlySet<ScalarNode> texts) =>
        node switch
        {
            MapNode map => map with
            {
                Entries =
                [
                    .. map
                        .Entries.Where(e => e.Key.Text != Questions && (e.Value is not ScalarNode text || !texts.Contains(text)))
                        .Select(e => KeyValuePair.Create(e.Key, WithoutTexts(e.Value, texts))),
                ],
            },
            ListNode list => list with { Items = [.. list.Items.Select(i => WithoutTexts(i, texts))] },
            _ => node,
        };
}
