namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles service.yaml. The attachments wait for the form, whose fields their conditions name.</summary>
internal sealed class ServiceCompiler
{
    /// <summary>The file's name.</summary>
    public const string File = "service.yaml";

    // By level, the ministry first.
    private static readonly string[] _levels = ["ministry", "province", "prefecture", "district"];

    private readonly MapReader? _root;
    private readonly IReadOnlyList<MapReader> _attachments;

    public ServiceCompiler(Compilation compilation)
    {
        _root = compilation.Open(File);
        _attachments = _root?.Maps("attachments") ?? [];
        AttachmentCodes = [.. _attachments.Select(a => a.Code().Text).Where(c => c.Length > 0)];
        Profile = _root is { } root ? ProfileReader.Read(root) : null;
    }

    /// <summary>What is read of the account's profile; the form's expressions may name it.</summary>
    public ProfileUse? Profile { get; }

    /// <summary>The attachments' codes.</summary>
    public IReadOnlyList<string> AttachmentCodes { get; }

    /// <summary>The service; null where its file could not be read.</summary>
    public ServiceDefinition? Compile(string code, FormDefinition form, ExpressionScope scope)
    {
        if (_root is not { } root)
            return null;
        var own = root.Code();
        if (own.Text.Length > 0 && own.Text != code)
            root.Add(own, new($"代码应与文件夹同名：{code}。", $"The code must be the folder's name: {code}."));
        if (AttachmentCodes.Count != AttachmentCodes.Distinct(StringComparer.Ordinal).Count())
            root.Add(root.Node["attachments"]!, new("附件代码重复。", "The code of an attachment is used twice."));

        List<AttachmentDefinition> attachments = [.. _attachments.Select(a => ReadAttachment(a, scope))];
        foreach (var second in _attachments.Where((_, i) => attachments[i].IsSignedSheet).Skip(1))
            second.Add(second.Node["signed-sheet"]!, new("签字盖章的表只能有一个附件。", "Only one attachment can be the signed sheet."));

        var service = new ServiceDefinition(
            own.Text,
            ReadVersion(root),
            root.RequiredText("title", "service"),
            root.RequiredText("tile-title", "service"),
            root.RequiredText("summary", "service"),
            [.. root.Maps("legal-bases").Select(ReadLegalBasis)],
            root.Boolean("open-for-new", true),
            root.Boolean("account-by-filing"),
            ReadFields(root, "subject-codes", form),
            ReadNameField(root, form),
            ReadRoutes(root),
            attachments
        )
        {
            Situations = [.. root.Maps("situations").Select(ReadSituation)],
            EntryPer = ReadEntryPer(root, form),
            Notices = NoticesReader.Read(root),
            IsProfile = root.Word("purpose", false, ("filing", false), ("profile", true)),
            ReviewedBy = ReadTerritory(root, form),
            Profile = Profile,
        };
        if (service.IsProfile)
            ReportProfile(root, service);
        if (root.Text("sheet-name", "service") is { } sheetName)
            service = service with { SheetName = sheetName };
        root.Finish();
        return service;
    }

    private static PackVersion ReadVersion(MapReader root)
    {
        var version = root.RequiredScalar("version");
        if (PackVersion.Parse(version.Text) is { } sound)
            return sound;
        if (version.Text.Length > 0)
            root.Add(version, new("版本应写作 1.0（主版本.次版本）。", "A version is written 1.0 (major.minor)."));
        return new(1, 0);
    }

    private static LegalBasis ReadLegalBasis(MapReader map)
    {
        var path = $"service.legal-bases.{map.Code().Text}";
        var from = map.Date("effective-from");
        if (from is null)
            map.RequiredScalar("effective-from");
        var basis = new LegalBasis(
            map.RequiredText("instrument", path),
            map.Scalar("article")?.Text,
            from ?? default,
            map.Date("effective-to"),
            map.Text("note", path)
        );
        if (basis.EffectiveTo < basis.EffectiveFrom)
            map.Add(map.Node, new("effective-to 早于 effective-from。", "“effective-to” is before “effective-from”."));
        map.Finish();
        return basis;
    }

    private static IReadOnlyList<string> ReadFields(MapReader root, string key, FormDefinition form)
    {
        var codes = root.Scalars(key);
        foreach (var code in codes.Where(c => IsUnknown(root, c, form)))
            root.Add(code, new($"表单中没有字段“{code.Text}”。", $"The form has no field “{code.Text}”."));
        if (codes.Count == 0)
            root.RequiredScalar(key);
        return [.. codes.Select(c => c.Text)];
    }

    private static string ReadNameField(MapReader root, FormDefinition form)
    {
        var name = root.RequiredScalar("name-field");
        if (name.Text.Length > 0 && IsUnknown(root, name, form))
            root.Add(name, new($"表单中没有字段“{name.Text}”。", $"The form has no field “{name.Text}”."));
        return name.Text;
    }

    /// <summary>What tells entries apart must be there when an entry is made, and be one text.</summary>
    private static string? ReadEntryPer(MapReader root, FormDefinition form)
    {
        if (root.Scalar("entry-per") is not { } code || !root.Compilation.Knows(FormCompiler.File))
            return null;
        if (form.Find(code.Text) is not { } field)
            root.Add(code, new($"表单中没有字段“{code.Text}”。", $"The form has no field “{code.Text}”."));
        else if (field is not Fields.SingleField || field.Required is null || field.FilledBy != Fields.FilledBy.Enterprise)
            root.Add(
                code,
                new(
                    $"“{code.Text}”不能区分备案：应是企业必须填写的、只有一个值的字段。",
                    $"“{code.Text}” cannot tell entries apart: it must be a field of one value that the enterprise has to fill in."
                )
            );
        return code.Text;
    }

    private static bool IsUnknown(MapReader root, Nodes.ScalarNode field, FormDefinition form) =>
        root.Compilation.Knows(FormCompiler.File) && form.Find(field.Text) is null;

    private static List<Route> ReadRoutes(MapReader root)
    {
        var routes = new List<Route>();
        foreach (var map in root.Maps("routes"))
        {
            var code = map.Code();
            var path = $"service.routes.{code.Text}";
            if (routes.Exists(r => r.Code == code.Text))
                map.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
            routes.Add(new(code.Text, map.RequiredText("label", path), map.Text("hint", path)) { Levels = ReadLevels(map) });
            map.Finish();
        }
        if (routes.Count == 0)
            root.Add(root.Node, new("routes 至少要有一项。", "“routes” needs at least one route."));
        return routes;
    }

    private static List<int> ReadLevels(MapReader map)
    {
        var levels = new List<int>();
        foreach (var word in map.Scalars("authorities"))
            if (Array.IndexOf(_levels, word.Text) is >= 0 and var level)
                levels.Add(level);
            else
                map.Add(
                    word,
                    new(
                        $"不认识的机关级别“{word.Text}”；可用：{string.Join(", ", _levels)}。",
                        $"Unknown level of authority “{word.Text}”; known: {string.Join(", ", _levels)}."
                    )
                );
        return levels;
    }

    private static Territory? ReadTerritory(MapReader root, FormDefinition form)
    {
        if (root.Map("reviewed-by") is not { } map)
            return null;
        var region = map.RequiredScalar("region");
        if (region.Text.Length > 0 && map.Compilation.Knows(FormCompiler.File) && form.Find(region.Text) is not Fields.RegionField)
            map.Add(
                region,
                new($"表单中没有类型为 region 的字段“{region.Text}”。", $"The form has no field “{region.Text}” of the type “region”.")
            );
        var level = map.Word("level", 3, [.. _levels.Select((word, level) => (word, level))]);
        map.Finish();
        return new(region.Text, level);
    }

    /// <summary>What a profile cannot have: it belongs to an account that is there, and is nobody's case but the account's.</summary>
    private static void ReportProfile(MapReader root, ServiceDefinition service)
    {
        if (service.AccountByFiling)
            root.Add(
                root.Node["account-by-filing"]!,
                new("用户信息属于已有的账号，不能建立账号。", "A profile belongs to an account that is there; it cannot make one.")
            );
        if (service.Profile is not null)
            root.Add(root.Node["profile"]!, new("用户信息不能再引用用户信息。", "A profile cannot read a profile."));
        if (service.EntryPer is not null)
            root.Add(root.Node["entry-per"]!, new("一个账号只有一份用户信息。", "An account has one profile."));
    }

    private static Situation ReadSituation(MapReader map)
    {
        var path = $"service.situations.{map.Code().Text}";
        var situation = new Situation(
            map.RequiredText("title", path),
            map.RequiredText("text", path),
            map.Word(
                "action",
                SituationAction.Start,
                ("start", SituationAction.Start),
                ("sign-in", SituationAction.SignIn),
                ("search", SituationAction.Search)
            )
        );
        map.Finish();
        return situation;
    }

    private static AttachmentDefinition ReadAttachment(MapReader map, ExpressionScope scope)
    {
        var code = map.Scalar("code")?.Text ?? "";
        var path = $"service.attachments.{code}";
        var attachment = new AttachmentDefinition(
            code,
            map.RequiredText("label", path),
            map.Text("hint", path),
            scope.Condition(map, "relevant"),
            scope.Condition(map, "required"),
            map.Integer("max-files", 1, 20) ?? 1
        )
        {
            IsSignedSheet = map.Boolean("signed-sheet"),
        };
        scope.Reachability?.ReportUnlessReachable(map, code, attachment.Relevant);
        map.Finish();
        return attachment;
    }
}
