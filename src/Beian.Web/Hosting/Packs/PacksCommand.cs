using System.CommandLine;
using Beian.Definitions;

namespace Beian.Web.Hosting.Packs;

/// <summary><c>packs</c>: checks packs, publishes them, tells versions apart and moves drafts.</summary>
public static class PacksCommand
{
    public static Command Create() =>
        new("packs", "备案事项定义 / packs")
        {
            CheckCommand.Create(),
            PublishCommand.Create(),
            DiffCommand.Create(),
            MigrateDraftsCommand.Create(),
            SchemaCommand.Create(),
            SchemaCommand.CreateDocs(),
        };

    /// <summary><c>--packs</c>: the folder of packs.</summary>
    public static Option<string> PacksOption() =>
        new("--packs") { Description = "定义所在目录 / folder of the packs", DefaultValueFactory = _ => PacksFolder.Default };

    /// <summary><c>--english</c>: messages in English.</summary>
    public static Option<bool> EnglishOption() => new("--english") { Description = "英文输出 / messages in English" };

    /// <summary>The codes of services, none for all.</summary>
    public static Argument<string[]> ServicesArgument() =>
        new("service") { Description = "只处理这些 / only these", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The language a line asks for.</summary>
    public static Language LanguageOf(bool english) => english ? Language.En : Language.Zh;
}
