using System.CommandLine;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Beian.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Hosting;

public sealed class OfficerCommandTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public async Task Create_AtAnAuthority_PrintsAPasswordThatMustBeChanged()
    {
        var (code, output) = await RunAsync("--name", "王敏", "--authority", "MOFCOM", "--user-name", "wang_min");

        Assert.Equal(0, code);
        var account = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.NormalizedUserName == "WANG_MIN", Stop));
        Assert.Equal((AccountKind.Officer, "MOFCOM", true), (account.Kind, account.AuthorityId, account.MustChangePassword));
        Assert.Null(PasswordRules.Check(output.Trim().Split(' ')[^1], "wang_min"));
        Assert.Equal(210_000, account.HashIterations());
    }

    [Theory]
    [InlineData("没有代码为 X1 的机关", "X1", "li_ping")]
    [InlineData("账户名称须以字母开头", "MOFCOM", "1li")]
    public async Task Create_WrongInput_SaysWhatIsWrong(string expected, string authority, string userName)
    {
        var (code, output) = await RunAsync("--name", "李平", "--authority", authority, "--user-name", userName);
        Assert.Equal(1, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_GivesANewPasswordAndTakesTheSecondFactorOff()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == officer.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.TwoFactorEnabled, true), Stop)
        );
        Assert.Equal(1, (await RunCommandAsync("reset", "--user-name", "nobody_here")).Code);
        var (code, output) = await RunCommandAsync("reset", "--user-name", officer.UserName!);
        Assert.Equal(0, code);
        Assert.Null(PasswordRules.Check(output.Trim().Split(' ')[^1], officer.UserName!));
        var after = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == officer.Id, Stop));
        Assert.Equal((false, true), (after.TwoFactorEnabled, after.MustChangePassword));
    }

    private Task<(int Code, string Output)> RunAsync(params string[] options) => RunCommandAsync("create", options);

    private async Task<(int Code, string Output)> RunCommandAsync(string command, params string[] options)
    {
        await using var output = new StringWriter();
        var line = new RootCommand { OfficerCommand.Create() }.Parse(["officer", command, .. options, "--data", Site.Folder.Root]);
        var code = await line.InvokeAsync(new InvocationConfiguration { Output = output, Error = output }, Stop);
        return (code, output.ToString());
    }
}
