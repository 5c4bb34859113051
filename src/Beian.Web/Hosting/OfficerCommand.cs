using System.CommandLine;
using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.AspNetCore.Identity;

namespace Beian.Web.Hosting;

/// <summary><c>officer create</c>: an officer's account with a first password that is shown once and must be changed at the first sign-in.</summary>
public static class OfficerCommand
{
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "姓名 / the officer's name", Required = true };
        var authority = new Option<string>("--authority") { Description = "机关代码 / id of the authority (A440100)", Required = true };
        var userName = new Option<string>("--user-name") { Description = "账户名称 / user name", Required = true };
        var administrator = new Option<bool>("--administrator")
        {
            Description = "系统管理员 / looks after officers, offices and the calendar too",
        };
        var data = CommandLine.DataOption();
        var create = new Command("create", "开通主管部门用户 / create an officer's account")
        {
            name,
            authority,
            userName,
            administrator,
            data,
        };
        create.SetAction(
            async (line, stop) =>
            {
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await host.Services.MigrateAsync(stop);
                await using var scope = host.Services.CreateAsyncScope();
                var (password, problem) = await CreateAsync(
                    scope.ServiceProvider,
                    line.GetValue(name)!.Trim(),
                    line.GetValue(authority)!,
                    line.GetValue(userName)!,
                    line.GetValue(administrator) ? OfficerRole.Administrator : OfficerRole.Reviewer,
                    stop
                );
                if (problem is not null)
                {
                    await line.InvocationConfiguration.Error.WriteLineAsync($"{problem.Zh} / {problem.En}");
                    return 1;
                }
                await line.InvocationConfiguration.Output.WriteLineAsync(
                    $"初始密码（只显示这一次，首次登录须修改） / first password, shown only now, to be changed at the first sign-in: {password}"
                );
                return 0;
            }
        );
        return new Command("officer", "主管部门用户 / officers") { create, OfficerResetCommand.Create() };
    }

    private static async Task<(string? Password, LocalizedText? Problem)> CreateAsync(
        IServiceProvider services,
        string name,
        string authority,
        string userName,
        OfficerRole role,
        CancellationToken stop
    )
    {
        if (name.Length is 0 or > 50)
            return (null, new("姓名须为 1 至 50 个字", "A name has 1 to 50 characters"));
        if (services.GetRequiredService<AuthorityTree>().Find(authority) is null)
            return (null, new($"没有代码为 {authority} 的机关", $"There is no authority {authority}"));
        if (await services.GetRequiredService<AccountBlock>().CheckUserNameAsync(userName, stop) is { } problem)
            return (null, problem.Message);

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var account = Account.ForOfficer(userName, name, authority, now, role);
        var password = InitialPassword.New(userName);
        account.SetInitialPassword(services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, password));
        var process = new Process("CreatingOfficer", Actor.System, now);
        process.Record("OfficerCreated", "account", account.Id, new { authority, role = role.ToString() });
        var db = services.GetRequiredService<AppDb>();
        db.Add(account);
        await db.SaveAsync(process, stop);
        return (password, null);
    }
}
