using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles the parts of applications.yaml. All codes of the file differ from each other, those within an application only there.</summary>
/// <param name="packs">The folder of all packs, in which the services named here have theirs.</param>
internal sealed class PortalCompiler(string packs)
{
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    public PortalSection CompileSection(MapReader map)
    {
        var section = new PortalSection(
            ReadCode(map, _codes),
            ReadText(map, "title"),
            [.. map.Maps("tiles").Select(CompileTile)],
            map.Boolean("applications", true)
        );
        map.Finish();
        return section;
    }

    /// <summary>The tiles offered on 快速获取账号.</summary>
    public static IReadOnlyList<Tile> CompileQuick(MapReader root, IReadOnlyList<PortalSection> sections)
    {
        var tiles = sections.SelectMany(s => s.Tiles).ToList();
        var quick = new List<Tile>();
        foreach (var code in root.Scalars("quick"))
            if (tiles.Find(t => t.Code == code.Text) is not { } tile)
                root.Add(code, Unknown("图标", "tile", code, tiles.Select(t => t.Code)));
            else if (quick.Contains(tile))
                root.Add(code, new($"“{code.Text}”写了两次。", $"“{code.Text}” stands here twice."));
            else
                quick.Add(tile);
        return quick;
    }

    public Application CompileApplication(MapReader map, IReadOnlyList<PortalSection> sections)
    {
        var (code, title) = (ReadCode(map, _codes), ReadText(map, "title"));
        var types = ReadUserTypes(map);
        var menu = ReadMenu(map, types);
        if (menu.Count == 0)
            map.Add(map.Node, new("menu 至少要有一项。", "“menu” needs at least one entry."));
        var application = new Application(
            code,
            title,
            ReadSection(map, sections),
            ReadText(map, "summary"),
            menu,
            types,
            [.. map.Maps("support").Select(CompileSupport)]
        );
        map.Finish();
        return application;
    }

    private Tile CompileTile(MapReader map)
    {
        var service = ReadService(map, "service");
        var tile = new Tile(ReadCode(map, _codes), ReadText(map, "title"), service, ReadOptionalText(map, "also"));
        map.Finish();
        return tile;
    }

    private List<UserType> ReadUserTypes(MapReader application)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var types = new List<UserType>();
        foreach (var map in application.Maps("user-types"))
        {
            types.Add(new(ReadCode(map, codes), ReadText(map, "title"), ReadText(map, "text"), ReadService(map, "profile")));
            map.Finish();
        }
        return types;
    }

    private List<Business> ReadMenu(MapReader application, List<UserType> types)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var menu = new List<Business>();
        foreach (var map in application.Maps("menu"))
        {
            var users = map.Scalars("user-types");
            foreach (var user in users.Where(u => !types.Exists(t => t.Code == u.Text)))
                map.Add(user, Unknown("用户类型", "user type", user, types.Select(t => t.Code)));
            menu.Add(
                new(ReadCode(map, codes), ReadText(map, "title"), ReadService(map, "service"), [.. users.Select(u => u.Text).Distinct()])
                {
                    NeedsConfirmedProfile = map.Boolean("confirmed-profile"),
                }
            );
            map.Finish();
        }
        return menu;
    }

    private static ApplicationSupport CompileSupport(MapReader map)
    {
        var support = new ApplicationSupport(
            map.Word("audience", Audience.Enterprises, ("enterprises", Audience.Enterprises), ("authorities", Audience.Authorities)),
            ReadText(map, "label"),
            map.RequiredScalar("value").Text,
            ReadOptionalText(map, "note")
        );
        map.Finish();
        return support;
    }

    private static string ReadSection(MapReader map, IReadOnlyList<PortalSection> sections)
    {
        var section = map.RequiredScalar("section");
        var known = sections.Where(s => s.HasApplications).Select(s => s.Code).ToList();
        if (section.Text.Length > 0 && !known.Contains(section.Text))
            map.Add(section, Unknown("有应用的版块", "section with applications", section, known));
        return section.Text;
    }

    private string? ReadService(MapReader map, string key)
    {
        var service = map.Scalar(key);
        if (service is not null && !Directory.Exists(Path.Combine(packs, service.Text)))
            map.Add(service, new($"没有服务“{service.Text}”的文件夹。", $"There is no folder for the service “{service.Text}”."));
        return service?.Text;
    }

    private static string ReadCode(MapReader map, HashSet<string> seen)
    {
        var code = map.Code();
        if (code.Text.Length > 0 && !seen.Add(code.Text))
            map.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
        return code.Text;
    }

    private static LocalizedText ReadText(MapReader map, string key)
    {
        if (ReadOptionalText(map, key) is { } text)
            return text;
        map.RequiredScalar(key);
        return new("?", "?");
    }

    private static LocalizedText? ReadOptionalText(MapReader map, string key)
    {
        if (map.Map(key) is not { } texts)
            return null;
        var text = new LocalizedText(texts.RequiredScalar("zh").Text, texts.RequiredScalar("en").Text);
        texts.Finish();
        return text;
    }

    private static LocalizedText Unknown(string zh, string en, ScalarNode code, IEnumerable<string> known)
    {
        var nearest = Nearest.To(code.Text, known);
        return nearest is null
            ? new($"没有{zh}“{code.Text}”。", $"There is no {en} “{code.Text}”.")
            : new($"没有{zh}“{code.Text}”；是不是 {nearest} ？", $"There is no {en} “{code.Text}”. Did you mean {nearest}?");
    }
}
