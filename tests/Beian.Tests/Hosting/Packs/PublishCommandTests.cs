using Beian.Tests.Packs;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Hosting.Packs;
using Beian.Web.Web;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Beian.Tests.Hosting.Packs;

/// <summary>The commands as they are typed, on a data folder of their own.</summary>
public sealed class PublishCommandTests : IAsyncLifetime
{
    private const string Service = "foreign-trade-operator";

    private readonly PackCopy _copy = new();
    private string _data = "";

    public async ValueTask InitializeAsync() => _data = await Templates.CopyFolderAsync();

    public async ValueTask DisposeAsync()
    {
        await using (var pool = new SqliteConnection(Database.File(new DataFolder(_data).Database).Connection))
            SqliteConnection.ClearPool(pool);
        Directory.Delete(_data, recursive: true);
        _copy.Dispose();
    }

    [Fact]
    public async Task Publish_FromCheckToUndo_SaysWhatItDoes()
    {
        PackEdition.SetVersion(_copy, "1.1");
        PackEdition.WriteTexts(_copy);
        Assert.Equal((0, $"{Service} 1.1：已发布。\n"), await RunAsync("publish", Service, "--packs", _copy.Packs, "--data", _data));
        Assert.Equal(
            (0, $"{Service} 1.1: published already, nothing changed.\n"),
            await RunAsync("publish", Service, "--packs", _copy.Packs, "--data", _data, "--english")
        );

        PackEdition.WriteMajor(_copy);
        DropCases();
        var (code, output) = await RunAsync("publish", Service, "--packs", _copy.Packs, "--data", _data);
        Assert.Equal(
            (1, true),
            (
                code,
                output.StartsWith($"{Service} 1.1：没有发布。版本 1.1 已发布，内容与这里不同。请把版本改为 2.0。", StringComparison.Ordinal)
            )
        );

        _copy.Replace("service.yaml", "version: \"1.1\"", "version: \"2.0\"");
        _copy.Write("migrations/1-to-2.yaml", PackEdition.Migration);
        (code, output) = await RunAsync("diff", $"{Service}@1.1", _copy.Folder, "--data", _data);
        Assert.Equal(0, code);
        Assert.Contains("  增加字段 channel（来源）（涉及暂存 0 份，其他备案 0 份）\n", output, StringComparison.Ordinal);
        Assert.Contains("须作为新的主版本发布", output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("publish", Service, "--packs", _copy.Packs, "--data", _data)).Code);

        (code, output) = await RunAsync("migrate", Service, "--to", "2.0", "--dry-run", "--data", _data, "--english");
        Assert.Equal(0, code);
        Assert.Contains("counted only, nothing was changed", output, StringComparison.Ordinal);
        (code, output) = await RunAsync("migrate", Service, "--undo", "--data", _data);
        Assert.Equal((1, $"{Service} 没有可以撤回的迁移。\n"), (code, output));
    }

    [Fact]
    public async Task Publish_PackWithAFault_PublishesNothing()
    {
        PackEdition.SetVersion(_copy, "1.1");
        _copy.Replace("form.yaml", "type: uscc", "type: usc");

        var (code, output) = await RunAsync("publish", "--packs", _copy.Packs, "--data", _data);

        Assert.Equal(1, code);
        Assert.Contains("不认识的字段类型“usc”", output, StringComparison.Ordinal);
        Assert.EndsWith("有问题，没有发布任何定义。\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_PackWithAFailingCase_PublishesNothing()
    {
        PackEdition.SetVersion(_copy, "1.1");
        _copy.Replace("cases/routes.yaml", "1100MA9900X1X", "1100MA9900X2X");

        var (code, output) = await RunAsync("publish", Service, "--packs", _copy.Packs, "--data", _data, "--english");

        Assert.Equal(1, code);
        Assert.EndsWith("There are faults; nothing was published.\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有目录", "diff", Service + "@1.0", Service, "--data", "/nowhere/at-all")]
    [InlineData("没有发布过", "migrate", Service, "--to", "7.0")]
    [InlineData("请写 --to 版本", "migrate", Service)]
    [InlineData("请写 --to 版本", "migrate", Service, "--to", "2.0", "--undo")]
    [InlineData("没有发布过", "diff", Service + "@9.0", Service)]
    public async Task Run_WhatCannotBe_IsToldInASentence(string expected, params string[] arguments)
    {
        var (code, output) = await RunAsync(arguments.Contains("--data") ? arguments : [.. arguments, "--data", _data]);

        Assert.Equal(1, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    /// <summary>The cases of the first version fill in what the second no longer has.</summary>
    private void DropCases() => Directory.Delete(Path.Combine(_copy.Folder, "cases"), recursive: true);

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await PacksCommand
            .Create()
            .Parse(arguments)
            .InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
