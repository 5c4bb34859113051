using Beian.Definitions.Answers;
using Beian.Web.Features.Filings;
using Xunit;

namespace Beian.Tests.Features.Filings;

/// <summary>What a revision keeps of the context it was judged with.</summary>
public sealed class StoredContextTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameContext()
    {
        var context = new EvaluationContext(
            new DateOnly(2026, 11, 21),
            "uscc",
            "change",
            new HashSet<string> { "fLicence", "fChange" },
            "1100"
        )
        {
            Outside = new Dictionary<string, OutsideAnswers>
            {
                ["previous"] = new("entry 00000001 version 2", AnswerSet.Empty.With("nameZh", "原名称")),
            },
            Parities = new(new DateOnly(2026, 11, 20), new Dictionary<string, decimal> { ["USD"] = 7.0812m }),
            Authorities = new Dictionary<string, string> { ["A110000"] = "北京市商务局" },
        };

        var json = StoredContext.Write(context);
        var read = StoredContext.Read(json);

        Assert.Equal((context.Today, context.Route, context.Kind, "1100"), (read.Today, read.Route, read.Kind, read.AuthorityPrefix));
        Assert.Equal(context.Attachments.Order(), read.Attachments.Order());
        Assert.Equal("entry 00000001 version 2", read.Outside["previous"].Origin);
        Assert.Equal("原名称", read.Outside["previous"].Answers["nameZh"]);
        Assert.Equal(100m, read.Parities!.InDollars(708.12m, "CNY"));
        Assert.Equal(context.Parities.Day, read.Parities.Day);
        // Which offices there are is not stored: their names stand among the answers.
        Assert.Null(read.Authorities);
        Assert.DoesNotContain("商务局", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ContextOfTheFirstRelease_IsRead()
    {
        var read = StoredContext.Read(
            """{"today":"2026-11-21","route":"uscc","kind":"initial","attachments":["fLicence"],"authorityPrefix":""}"""
        );

        Assert.Equal(["fLicence"], read.Attachments);
        Assert.Empty(read.Outside);
    }
}
