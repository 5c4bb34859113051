using System.Text.Json.Nodes;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Definitions.Packs.Describing;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>What editors and authors are told is what the compiler takes.</summary>
public sealed class PackSchemaTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Repository.Packs, "*.yaml", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Repository.Packs, f))
                .Where(f => Path.GetFileName(f) != "en.yaml")
                .Order(StringComparer.Ordinal),
        ];

    public static TheoryData<string> Schemas => [.. PackSchemas.All().Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Schema_FileOfTheRepository_IsValid(string file) => Assert.Empty(SchemaCheck.Of(SchemaOf(file), Read(file)));

    [Theory, MemberData(nameof(Files))]
    public void File_OfTheRepository_NamesItsSchema(string file)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Packs, file))!;
        var path = Path.GetRelativePath(folder, Path.Combine(Repository.Packs, NameOf(file)));

        Assert.StartsWith(
            $"# yaml-language-server: $schema={path}\n",
            File.ReadAllText(Path.Combine(Repository.Packs, file)),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Schemas))]
    public void Schema_BesideThePacks_IsCurrent(string name)
    {
        var path = Path.Combine(Repository.Packs, name);

        Assert.True(File.Exists(path) && File.ReadAllText(path) == PackSchemas.All()[name], "Run: bin/beian packs schema --packs packs");
    }

    [Fact]
    public void Documentation_InDocs_IsCurrent() =>
        Assert.True(
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "packs.md")) == PackDocumentation.Write(),
            "Run: bin/beian packs docs > docs/packs.md"
        );

    [Fact]
    public void Texts_OfKeys_AreThereForEveryKeyAndNoOther()
    {
        var shapes = ShapeProbe.Run();
        var asked = shapes
            .All.Values.SelectMany(s => s.Keys.Select(k => KeyTexts.PathOf(s.Path, k.Name)))
            .Concat(shapes.All.Keys.Where(p => Path.HasExtension(p) && !p.Contains(".yaml/", StringComparison.Ordinal)))
            .Append(Shapes.Field)
            .ToHashSet();

        Assert.Empty(asked.Except(KeyTexts.Paths));
        Assert.Empty(KeyTexts.Paths.Except(asked));
    }

    [Fact]
    public void Texts_OfTypes_AreThereForEveryType() =>
        Assert.All(FieldTypes.Names, t => Assert.True(TypeTexts.Of(t) is { Zh.Length: > 0, En.Length: > 0 }, t));

    [Theory]
    [InlineData("form.yaml", "type: uscc", "type: usc", "type")]
    [InlineData("form.yaml", "        required: \"true\"", "        requird: \"true\"", "requird")]
    [InlineData("form.yaml", "charset: ascii", "charset: latin", "charset")]
    [InlineData("form.yaml", "        label: 经营者中文名称\n", "", "label")]
    [InlineData("form.yaml", "        type: postcode\n", "        type: postcode\n        max: 6\n", "max")]
    [InlineData("service.yaml", "account-by-filing: true", "account-by-filing: maybe", "account-by-filing")]
    [InlineData("service.yaml", "max-files: 2", "max-file: 2", "max-file")]
    [InlineData("service.yaml", "effective-from: 2004-07-01", "effective-from: 2004年", "effective-from")]
    [InlineData("lifecycle.yaml", "    label: 备案登记\n", "", "label")]
    public void Schema_WhatTheCompilerRefuses_IsInvalid(string file, string old, string with, string expected)
    {
        using var pack = new PackCopy();
        pack.Replace(file, old, with);
        Assert.NotEmpty(PackReader.Read(pack.Folder).Faults);

        var faults = SchemaCheck.Of(SchemaOf($"foreign-trade-operator/{file}"), SchemaCheck.Read(pack.Read(file)));

        Assert.Contains(faults, f => f.Contains(expected, StringComparison.Ordinal));
    }

    private static string NameOf(string file) =>
        PackSchemas.NameOf(file.Split('/') is [_, .. var inner] && inner.Length > 0 ? Shapes.OfFile(string.Join('/', inner)) : file);

    private static JsonObject SchemaOf(string file) => JsonNode.Parse(PackSchemas.All()[NameOf(file)])!.AsObject();

    private static JsonNode? Read(string file) => SchemaCheck.Read(File.ReadAllText(Path.Combine(Repository.Packs, file)));
}
