using System.Globalization;
using Beian.Tests.Architecture;
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

    /// <summary>The program as a process of its own: bin/test has it compiled ahead, as it is run; else it is the one its project builds.</summary>
    public static string Program { get; } =
        Text("PROGRAM")
        ?? Path.Combine(
            Repository.Root,
            "artifacts",
            "bin",
            "Beian.Web",
            Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
            "Beian.Web"
        );

    /// <summary>Whether the tests take pictures of the pages they visit and renew those they compare with.</summary>
    public static bool TakesScreenshots => Text("SCREENSHOTS") is not null;

    /// <summary>How many seconds the fuzzer of packs goes on, from another beginning each time; null: a few rounds, always the same.</summary>
    public static int? FuzzSeconds =>
        int.TryParse(Text("FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>Whether the tests add the packs of the repository to those that stay readable for ever.</summary>
    public static bool RenewCorpus => Text("CORPUS") is not null;

    /// <summary>The release whose data folder the tests leave for the upgrade tests of later ones; null: none.</summary>
    public static string? Release => Text("RELEASE");

    private static string? Text(string name) => Environment[name] is { Length: > 0 } text ? text : null;
}
