using System.CommandLine;
using Beian.Web.Audit;

namespace Beian.Web.Hosting;

/// <summary><c>audit verify</c>: checks the whole audit trail.</summary>
public static class AuditCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var verify = new Command("verify", "校验审计记录 / check the audit trail") { data };
        verify.SetAction(
            async (line, stop) =>
            {
                using var host = CommandLine.BuildHost(line.GetValue(data)!);
                await using var scope = host.Services.CreateAsyncScope();
                var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(stop);
                await PrintAsync(report, line.InvocationConfiguration.Output);
                return report.IsGood ? 0 : 1;
            }
        );
        return new Command("audit", "审计记录 / the audit trail") { verify };
    }

    private static async Task PrintAsync(AuditReport report, TextWriter output)
    {
        foreach (var fault in report.Faults)
            await output.WriteLineAsync($"{fault.Zh}。 / {fault.En}.");
        await output.WriteLineAsync(
            $"已封存至第 {report.SealedTo} 号，{report.Unsealed} 条未封存。 / Sealed to {report.SealedTo}, {report.Unsealed} unsealed."
        );
        if (!report.IsGood)
            await output.WriteLineAsync($"校验未通过：{report.Faults.Count} 处问题。 / Verification failed: {report.Faults.Count} faults.");
    }
}
