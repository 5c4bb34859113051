using System.CommandLine;
using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Web.Hosting;

/// <summary><c>packs check</c>: every fault of every pack at once, as file:line:column: message.</summary>
public static class PacksCommand
{
    public static Command Create() => new("packs", "备案事项定义 / packs") { CreateCheck() };

    private static Command CreateCheck()
    {
        var packs = new Option<string>("--packs")
        {
            Description = "定义所在目录 / folder of the packs",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "packs"),
        };
        var english = new Option<bool>("--english") { Description = "英文输出 / messages in English" };
        var names = new Argument<string[]>("service") { Description = "只检查这些 / only these", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("check", "检查定义并运行用例 / check packs and run their cases") { packs, english, names };
        command.SetAction(line =>
            Check(
                line.GetValue(packs)!,
                line.GetValue(names) ?? [],
                line.GetValue(english) ? Language.En : Language.Zh,
                line.InvocationConfiguration.Output
            )
        );
        return command;
    }

    private static int Check(string folder, string[] names, Language language, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine(new LocalizedText($"没有目录 {folder}。", $"There is no folder {folder}.").In(language));
            return 1;
        }
        string[] services =
            names.Length > 0
                ? names
                : [.. Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];
        var faults = 0;
        foreach (var service in services)
            faults += CheckOne(folder, service, language, output);
        if (names.Length == 0)
            faults += Tell("", ApplicationsReader.Read(folder).Faults, language, output);
        return faults == 0 ? 0 : 1;
    }

    private static int CheckOne(string folder, string service, Language language, TextWriter output)
    {
        var path = Path.Combine(folder, service);
        var reading = PackReader.Read(path);
        if (reading.Pack is not { } pack)
            return Tell(service, reading.Faults, language, output);

        var (count, faults) = PackCases.Check(path, pack);
        if (faults.Count == 0)
            output.WriteLine(
                new LocalizedText(
                    $"{service} {pack.Version}：没有问题，{count} 个用例通过。",
                    $"{service} {pack.Version}: no faults, {count} cases pass."
                ).In(language)
            );
        return Tell(service, faults, language, output);
    }

    private static int Tell(string service, IReadOnlyList<Fault> faults, Language language, TextWriter output)
    {
        foreach (var fault in faults)
            output.WriteLine(Path.Combine(service, fault.In(language)));
        return faults.Count;
    }
}
