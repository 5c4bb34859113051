using System.CommandLine;
using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Web.Hosting.Packs;

/// <summary><c>packs check</c>: every fault of every pack at once, as file:line:column: message.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var (packs, english, names) = (PacksCommand.PacksOption(), PacksCommand.EnglishOption(), PacksCommand.ServicesArgument());
        var command = new Command("check", "检查定义并运行用例 / check packs and run their cases") { packs, english, names };
        command.SetAction(line =>
            Check(
                line.GetValue(packs)!,
                line.GetValue(names) ?? [],
                PacksCommand.LanguageOf(line.GetValue(english)),
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
        var faults = 0;
        foreach (var service in names.Length > 0 ? names : PacksFolder.CodesIn(folder))
            faults += CheckOne(folder, service, language, output);
        if (names.Length == 0)
            faults += Tell("", ApplicationsReader.Read(folder).Faults, language, output);
        if (faults > 0)
            output.WriteLine(new LocalizedText($"共 {faults} 处问题。", $"{faults} faults.").In(language));
        return faults == 0 ? 0 : 1;
    }

    /// <summary>A pack without faults whose cases come out as they say; null where there is none, and why was told.</summary>
    public static Pack? ReadSound(string folder, string service, Language language, TextWriter output)
    {
        var (reading, faults, _) = Read(folder, service);
        Tell(service, faults, language, output);
        return faults.Count == 0 ? reading.Pack : null;
    }

    private static int CheckOne(string folder, string service, Language language, TextWriter output)
    {
        var (reading, faults, cases) = Read(folder, service);
        if (reading.Pack is { } pack && faults.Count == 0)
            output.WriteLine(
                new LocalizedText(
                    $"{service} {pack.Version}：没有问题，{cases} 个用例通过。",
                    $"{service} {pack.Version}: no faults, {cases} cases pass."
                ).In(language)
            );
        return Tell(service, faults, language, output);
    }

    private static (PackReading Reading, IReadOnlyList<Fault> Faults, int Cases) Read(string folder, string service)
    {
        var path = Path.Combine(folder, service);
        var reading = PackReader.Read(path);
        var (count, failing) = PackCases.Check(path, reading.Pack);
        return (reading, [.. reading.Faults, .. failing], count);
    }

    private static int Tell(string service, IReadOnlyList<Fault> faults, Language language, TextWriter output)
    {
        foreach (var fault in faults)
            output.WriteLine(Path.Combine(service, fault.In(language)));
        return faults.Count;
    }
}
