using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles the files of a pack, whether they come from text or from canonical JSON.</summary>
internal static class PackCompiler
{
    /// <summary>The format of the canonical JSON written now. Formats once published stay readable.</summary>
    public const int Format = 1;

    /// <summary>The files whose texts have their English in en.yaml.</summary>
    private static readonly string[] _withTexts = [ServiceCompiler.File, FormCompiler.File, LifecycleCompiler.File, RegisterCompiler.File];

    /// <summary>The pack, or every fault. <paramref name="faults"/> are those of reading the files.</summary>
    /// <param name="strict">See <see cref="Compilation"/>.</param>
    public static PackReading Compile(string code, IReadOnlyDictionary<string, Node> files, IEnumerable<Fault> faults, bool strict = true)
    {
        var compilation = new Compilation(files, [.. faults], strict);
        try
        {
            return Compile(code, compilation);
        }
        catch (TooManyFaults)
        {
            var some = InOrder(compilation.Faults);
            if (some.Count <= Compilation.MostFaults)
                return new(null, some);
            some.RemoveRange(Compilation.MostFaults, some.Count - Compilation.MostFaults);
            some.Add(
                some[^1] with
                {
                    Message = new(
                        $"问题太多，只列出前 {Compilation.MostFaults} 处；请先改正这些。",
                        $"Too much is wrong; these are the first {Compilation.MostFaults}. Please correct them first."
                    ),
                }
            );
            return new(null, some);
        }
    }

    /// <summary>The pack, or every fault of a compilation.</summary>
    /// <exception cref="TooManyFaults">There is no end of them.</exception>
    internal static PackReading Compile(string code, Compilation compilation)
    {
        var service = new ServiceCompiler(compilation);
        var (form, scope) = FormCompiler.Compile(compilation, service.AttachmentCodes, service.Profile);
        var definition = service.Compile(code, form, scope);
        var lifecycle = LifecycleCompiler.Compile(compilation, form, definition);
        var register = RegisterCompiler.Compile(compilation, form);
        var sheets = compilation.Knows(FormCompiler.File) ? SheetsCompiler.Compile(compilation, form) : [];
        var laws = LawsCompiler.Compile(compilation);
        var migrations = MigrationsCompiler.Compile(compilation, definition?.Version, form);
        foreach (var unread in _withTexts.Where(f => !compilation.Knows(f)))
            compilation.English.Accept(Path.GetFileNameWithoutExtension(unread));
        compilation.English.ReportUnused();
        compilation.StopIfTooMany();
        if (compilation.Faults.Count > 0 || definition is null)
            return new(null, InOrder(compilation.Faults));

        var json = JsonNodes.Write(Format, code, compilation.Files);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        var pack = new Pack(definition, form, lifecycle, register, laws, hash, json)
        {
            Sheets = sheets,
            Migrations = migrations,
            Content = new(compilation.Files, compilation.English.Translated),
        };
        return new(pack, []);
    }

    private static List<Fault> InOrder(IEnumerable<Fault> faults) =>
        [.. faults.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];
}
