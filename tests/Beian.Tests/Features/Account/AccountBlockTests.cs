using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Account;

public abstract class AccountBlockTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private static readonly AccountAnswers Good = new("zhang_san", "Chang-cheng 26", "Chang-cheng 26", "zhang@example.test");

    [Theory]
    [InlineData("", "account.userName", "required")]
    [InlineData("1zhang", "account.userName", "user-name-form")]
    [InlineData("zhang", "account.userName", "user-name-form")]
    [InlineData("zhang_san_zhang_san_z", "account.userName", "user-name-form")]
    [InlineData("张三张三张三", "account.userName", "user-name-form")]
    public async Task Check_UserNameOfAnotherForm_IsAProblem(string userName, string control, string code)
    {
        var problem = Assert.Single(await CheckAsync(Good with { UserName = userName }));
        Assert.Equal((control, code), (problem.Control, problem.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Short-1a")]
    [InlineData("onlysmallletters")]
    [InlineData("lettersand12345")]
    [InlineData("Zhang_San-2026")]
    [InlineData("P@ssw0rd123")]
    public async Task Check_WeakPassword_IsAProblem(string password) =>
        Assert.Equal(
            "account.password",
            Assert.Single(await CheckAsync(Good with { Password = password, PasswordRepeat = password })).Control
        );

    [Fact]
    public async Task Check_RepeatDiffers_IsAProblem() =>
        Assert.Equal("account.passwordRepeat", Assert.Single(await CheckAsync(Good with { PasswordRepeat = "Chang-cheng 27" })).Control);

    [Theory]
    [InlineData("")]
    [InlineData("zhang")]
    [InlineData("zhang@")]
    [InlineData("zhang@example")]
    [InlineData("a b@example.test")]
    [InlineData("zhang@example.test\r\nBcc: x@example.test")]
    public async Task Check_NoEmail_IsAProblem(string email) =>
        Assert.Equal("account.email", Assert.Single(await CheckAsync(Good with { Email = email })).Control);

    [Fact]
    public async Task Check_UserNameTakenInOtherLetters_IsAProblem()
    {
        var other = await Data.EnterpriseAsync();
        var problem = Assert.Single(await CheckAsync(Good with { UserName = other.UserName!.ToUpperInvariant() }));
        Assert.Equal("user-name-taken", problem.Code);
    }

    [Fact]
    public async Task TakenIn_TwoChooseOneNameAtOnce_NamesTheProblem()
    {
        var other = await Data.EnterpriseAsync();
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() =>
            Site.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                var block = services.GetRequiredService<AccountBlock>();
                var account = await block.CreateAsync(Good with { UserName = other.UserName! }, "测试企业", Stop);
                db.Add(account!);
                await db.SaveAsync(Data.NewProcess("SavingFiling"), Stop);
                return true;
            })
        );
        Assert.Equal("account.userName", AccountBlock.TakenIn(fault)?.Control);
    }

    private Task<IReadOnlyList<Beian.Definitions.Answers.Problem>> CheckAsync(AccountAnswers answers) =>
        Site.InScopeAsync(s => s.GetRequiredService<AccountBlock>().CheckAsync(answers, Stop));
}

public sealed class AccountBlockOnSqliteTests(SqliteSite site) : AccountBlockTests<SqliteSite>(site);

public sealed class AccountBlockOnPostgresTests(PostgresSite site) : AccountBlockTests<PostgresSite>(site);
