using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles the files of a pack, whether they come from text or from canonical JSON.</summary>
internal static class PackCompiler
{
    /// <summary>The format of the canonical JSON written now. Formats once published stay readable.</summary>
    public const int Format = 1;

    /// <summary>The pack, or every fault. <paramref name="faults"/> are those of reading the files.</summary>
    public static PackReading Compile(string code, IReadOnlyDictionary<string, Node> files, IEnumerable<Fault> faults)
    {
        var compilation = new Compilation(files, [.. faults]);
        var service = new ServiceCompiler(compilation);
        var (form, scope) = FormCompiler.Compile(compilation, service.AttachmentCodes);
        var definition = service.Compile(code, form, scope);
        var lifecycle = LifecycleCompiler.Compile(compilation);
        var register = RegisterCompiler.Compile(compilation, form);
        var sheets = SheetsCompiler.Compile(compilation, form);
        var laws = LawsCompiler.Compile(compilation);
        compilation.English.ReportUnused();
        if (compilation.Faults.Count > 0 || definition is null)
            return new(
                null,
                [.. compilation.Faults.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)]
            );

        var json = JsonNodes.Write(Format, code, files);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        return new(new Pack(definition, form, lifecycle, register, laws, hash, json) { Sheets = sheets }, []);
    }
}
