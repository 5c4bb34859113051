using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Beian.Tests.Upgrade;

/// <summary>Data folders as releases left them, each with what its filings looked like. Synthetic; the keys in them open nothing else.</summary>
internal static class ReleasedData
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where they lie.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "Data");

    /// <summary>The releases there are.</summary>
    public static IReadOnlyList<string> Releases =>
        [.. Directory.EnumerateFiles(Folder, "*.zip").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A copy of a release's data folder.</summary>
    public static string Unpack(string release)
    {
        var folder = Templates.NewFolder();
        ZipFile.ExtractToDirectory(Path.Combine(Folder, release + ".zip"), folder);
        return folder;
    }

    /// <summary>What its filings looked like.</summary>
    public static SortedDictionary<string, List<string>> LooksOf(string release) =>
        JsonSerializer.Deserialize<SortedDictionary<string, List<string>>>(File.ReadAllText(Path.Combine(Folder, release + ".json")))!;

    /// <summary>Makes the data folder of the release these tests are built from: a filing in every state.</summary>
    public static async Task MakeAsync(string release)
    {
        await using var site = new SqliteSite();
        await site.InitializeAsync();
        await PlantAsync(site);
        var looks = await FilingLooks.ReadAsync(site);
        await site.StopAsync();
        var copy = Templates.NewFolder();
        await CopyAsync(site.Folder, new DataFolder(copy));
        var zip = Path.Combine(Folder, release + ".zip");
        File.Delete(zip);
        await ZipFile.CreateFromDirectoryAsync(copy, zip, CompressionLevel.SmallestSize, false, Stop);
        Directory.Delete(copy, recursive: true);
        await File.WriteAllTextAsync(Path.Combine(Folder, release + ".json"), JsonSerializer.Serialize(looks, _readable) + "\n", Stop);
    }

    private static async Task PlantAsync(TestSite site)
    {
        var scene = new Scene(site, new TestData(site));
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        await scene.SubmittedAsync(name: "样例甲贸易有限公司");
        await DecideAsync(
            officer,
            await SubmitAsync("样例乙贸易有限公司"),
            "approval",
            ("operatorType", "limited"),
            ("remarks", "无进口商品分销业务")
        );
        await DecideAsync(officer, await SubmitAsync("样例丙贸易有限公司"), "return", ("reason", "请按执照填写"));
        await DecideAsync(officer, await SubmitAsync("样例丁贸易有限公司"), "rejection", ("rejectionReason", "不符合条件"));
        var again = await SubmitAsync("样例戊贸易有限公司");
        await scene.ResubmitAsync(again, "phone", "020-81234568");
        using var drafting = new FilerVisit(site);
        await drafting.SaveNewAsync(files: [FilerVisit.Licence]);

        async Task<Guid> SubmitAsync(string name) => (await scene.SubmittedAsync(name: name)).Id;
    }

    private static async Task DecideAsync(SiteClient officer, Guid filing, string form, params (string Name, string Value)[] values)
    {
        var page = (await officer.GetAsync($"/office/filings/{filing}")).ExpectOk();
        var sent = values.Select(v => KeyValuePair.Create<string, string?>(v.Name, v.Value));
        (await officer.SubmitAsync(page, $"form[action$={form}]", sent)).ExpectOk();
    }

    /// <summary>The database without its journal and free pages, and the files beside it.</summary>
    private static async Task CopyAsync(DataFolder from, DataFolder to)
    {
        await using (var connection = new SqliteConnection(Database.File(from.Database).Connection))
        {
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = $"DELETE FROM sessions; VACUUM INTO '{to.Database}'";
            await command.ExecuteNonQueryAsync(Stop);
        }
        foreach (var path in Directory.EnumerateFiles(from.Root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from.Root, path);
            if (name.StartsWith("beian.db", StringComparison.Ordinal))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to.Root, name))!);
            File.Copy(path, Path.Combine(to.Root, name));
        }
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
