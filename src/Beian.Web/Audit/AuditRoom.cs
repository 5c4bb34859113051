using Beian.Web.Web;

namespace Beian.Web.Audit;

/// <summary>What the audit trail brings into the program.</summary>
public static class AuditRoom
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton(s => AuditKey.Open(KeysFolder(s.GetRequiredService<Settings>(), s.GetRequiredService<DataFolder>())));
        services.AddSingleton(s => new HeadsFile(s.GetRequiredService<DataFolder>().AuditHeads));
        services.AddSingleton<Sealer>();
        services.AddScoped<AuditVerifier>();
        services.AddHostedService<SealingService>();
    }

    /// <summary>The folder of the master key, wherever the installation keeps it.</summary>
    private static string KeysFolder(Settings settings, DataFolder folder) =>
        Path.GetDirectoryName(settings.MasterKeyFile is { Length: > 0 } path ? Path.GetFullPath(path) : folder.MasterKey)!;
}
