using Beian.Definitions;
using Beian.Definitions.Packs;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>What does not go together in a kind of filing is told at its line.</summary>
public sealed class KindFaultTests
{
    [Theory]
    [InlineData("{ code: change, label: 变更, decision-days: 3 }", "只有第一项办理新登记")]
    [InlineData("{ code: change, label: 变更, effect: new-version }", "缺少 decision-days")]
    [InlineData("{ code: x, label: 撤销, effect: revoke, decision-days: 3 }", "撤销和失效由主管部门发起")]
    [InlineData("{ code: x, label: 变更, starts: officer, effect: new-version }", "由主管部门发起的只能是")]
    [InlineData("{ code: x, label: 撤销, starts: officer, effect: revoke, may-change: [name] }", "当场办结，没有 may-change")]
    [InlineData("{ code: x, label: 变更, effect: new-version, decision-days: 3, keeps: [nosuch] }", "没有由企业填写的字段“nosuch”")]
    [InlineData("{ code: x, label: 变更, effect: new-version, decision-days: 3, keeps: [name], may-change: [amount] }", "只能写一个")]
    [InlineData("{ code: x, label: 变更, effect: new-version, decision-days: 3, carries: [nosuch] }", "没有附件“nosuch”")]
    [InlineData("{ code: x, label: 迁移, effect: move, decision-days: 3 }", "缺少 moves-to")]
    [InlineData("{ code: x, label: 迁移, effect: move, decision-days: 3, moves-to: amount }", "类型为 authority 的字段")]
    [InlineData("{ code: x, label: 注销, effect: cancel, decision-days: 3, moves-to: amount }", "只有 effect: move 才有 moves-to")]
    [InlineData("{ code: x, label: 失效, starts: officer, effect: lapse, after-days: 30 }", "缺少 duty")]
    [InlineData("{ code: initial, label: 变更, effect: new-version, decision-days: 3 }", "代码“initial”重复")]
    public void Read_KindThatMakesNoSense_IsToldAtItsLine(string kind, string message)
    {
        var pack = new TestPack().With("lifecycle.yaml", $"kinds:\n  - {{ code: initial, label: 办理, decision-days: 5 }}\n  - {kind}\n");

        var faults = pack.Read().Faults;

        Assert.Contains(
            faults,
            f =>
                f.In(Language.Zh).StartsWith("lifecycle.yaml:3:", StringComparison.Ordinal)
                && f.Message.Zh.Contains(message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Read_KindsOfAnOldVersion_AreReadAsTheyWere()
    {
        var json = new TestPack().Compile().Json;

        var kind = Assert.Single(PackReader.FromJson(json).Lifecycle.Kinds);

        Assert.Equal((KindEffect.Enter, KindStarter.Filer, false), (kind.Effect, kind.Starts, kind.StartsFromEntry));
    }
}
