using System.CommandLine;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Factors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Hosting;

/// <summary>
/// <c>officer reset</c>: the way back for an officer whom nobody else can help, the last administrator: a new first password, no second factor, no sessions.
/// </summary>
public static class OfficerResetCommand
{
    public static Command Create()
    {
        var userName = new Option<string>("--user-name") { Description = "账户名称 / user name", Required = true };
        var data = CommandLine.DataOption();
        var reset = new Command("reset", "重置密码并解除第二因素 / give a new password and take the second factor off") { userName, data };
        reset.SetAction(
            async (line, stop) =>
            {
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await host.Services.MigrateAsync(stop);
                await using var scope = host.Services.CreateAsyncScope();
                if (await ResetAsync(scope.ServiceProvider, line.GetValue(userName)!, stop) is not { } password)
                {
                    await line.InvocationConfiguration.Error.WriteLineAsync("没有这个主管部门用户 / There is no such officer");
                    return 1;
                }
                await line.InvocationConfiguration.Output.WriteLineAsync(
                    $"初始密码（只显示这一次，首次登录须修改） / first password, shown only now, to be changed at the first sign-in: {password}"
                );
                return 0;
            }
        );
        return reset;
    }

    private static async Task<string?> ResetAsync(IServiceProvider services, string userName, CancellationToken stop)
    {
        var db = services.GetRequiredService<AppDb>();
        var normalized = userName.Trim().ToUpperInvariant();
        var officer = await db.Accounts.SingleOrDefaultAsync(
            a => a.NormalizedUserName == normalized && a.Kind == AccountKind.Officer,
            stop
        );
        if (officer is null)
            return null;
        var password = InitialPassword.New(officer.UserName!);
        officer.SetInitialPassword(services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(officer, password));
        var process = new Process("ResettingOfficer", Actor.System, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        process.Record("OfficerPasswordReset", "account", officer.Id);
        await services.GetRequiredService<SecondFactors>().RemoveAllAsync(officer, process, stop);
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == officer.Id).ToListAsync(stop));
        await db.SaveAsync(process, stop);
        return password;
    }
}
