using System.CommandLine;
using Beian.Definitions;
using Beian.Definitions.Packs;

namespace Beian.Web.Hosting.Packs;

/// <summary><c>packs schema</c>: writes the schemas editors use beside the packs. <c>packs docs</c>: prints the reference for pack authors.</summary>
public static class SchemaCommand
{
    public static Command Create()
    {
        var (packs, english) = (PacksCommand.PacksOption(), PacksCommand.EnglishOption());
        var command = new Command("schema", "写出编辑器用的格式定义 / write the schemas for editors") { packs, english };
        command.SetAction(line =>
        {
            var (folder, output) = (line.GetValue(packs)!, line.InvocationConfiguration.Output);
            if (!Directory.Exists(folder))
            {
                output.WriteLine(
                    new LocalizedText($"没有目录 {folder}。", $"There is no folder {folder}.").In(
                        PacksCommand.LanguageOf(line.GetValue(english))
                    )
                );
                return 1;
            }
            foreach (var (name, text) in PackSchemas.All())
            {
                File.WriteAllText(Path.Combine(folder, name), text);
                output.WriteLine(Path.Combine(folder, name));
            }
            return 0;
        });
        return command;
    }

    public static Command CreateDocs()
    {
        var command = new Command("docs", "输出写法说明 / print how to write a pack");
        command.SetAction(line => line.InvocationConfiguration.Output.Write(PackDocumentation.Write()));
        return command;
    }
}
