using Microsoft.Extensions.Configuration;

namespace Beian.Tests.Support;

/// <summary>What the environment tells the tests (BEIAN_TEST_…); bin/test sets it.</summary>
public static class TestSettings
{
    private static readonly IConfiguration Environment = new ConfigurationBuilder().AddEnvironmentVariables("BEIAN_TEST_").Build();

    /// <summary>A superuser's connection string to a throwaway PostgreSQL; null: those tests are skipped, visibly.</summary>
    public static string? Postgres => Text("POSTGRES");

    /// <summary>The same for a cluster that flushes (fsync on), for the tests that kill.</summary>
    public static string? DurablePostgres => Text("POSTGRES_DURABLE");

    /// <summary>Whether the tests renew the pictures they take or compare with.</summary>
    public static bool RenewsScreenshots => Text("SCREENSHOTS") is not null;

    private static string? Text(string name) => Environment[name] is { Length: > 0 } text ? text : null;
}
