using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Beian.Bench;

/// <summary>
/// 保存 of a new filing: signed-in enterprises post the form, each with a filing of its own. Against it the rows that such a save
/// leaves behind, written again in one transaction by hand.
/// </summary>
internal sealed partial class SaveMeasurement
{
    // The tables a save writes to, with the column that names the filing.
    private static readonly (string Table, string Key)[] Tables =
    [
        ("filings", "id"),
        ("claims", "filing_id"),
        ("events", "subject_id"),
        ("outbox", "subject_id"),
    ];

    private readonly Uri _address;
    private readonly Database _database;
    private readonly List<Filer> _filers = [];
    private readonly List<(string Sql, object[] Values, int Id, int Key, int Number)> _rows = [];

    private SaveMeasurement(Uri address, Database database) => (_address, _database) = (address, database);

    public static async Task<SaveMeasurement> PrepareAsync(Uri address, IServiceProvider services, int filers)
    {
        var measurement = new SaveMeasurement(address, services.GetRequiredService<Database>());
        var office = services.GetRequiredService<AuthorityTree>().Accepting.First().Id;
        for (var i = 0; i < filers; i++)
            measurement._filers.Add(await measurement.SignInAsync(services, office));
        var filing = await measurement._filers[0].SaveAsync();
        await measurement.ReadRowsAsync(filing);
        return measurement;
    }

    /// <summary>The product, driven through HTTP.</summary>
    public Task<Load> ProductAsync(double seconds) => DriveAsync(seconds, (filer, _) => filer.SaveAsync());

    /// <summary>The same rows by hand: prepared statements, one transaction each, taking turns where the database has one writer.</summary>
    public async Task<Load> BareAsync(double seconds)
    {
        using var gate = new SemaphoreSlim(_database.Provider == DatabaseProvider.Sqlite ? 1 : _filers.Count);
        var writers = new List<Writer>();
        foreach (var _ in _filers)
            writers.Add(await Writer.OpenAsync(_database, _rows));
        try
        {
            return await DriveAsync(
                seconds,
                async (_, i) =>
                {
                    await gate.WaitAsync();
                    try
                    {
                        await writers[i].WriteAsync();
                    }
                    finally
                    {
                        gate.Release();
                    }
                }
            );
        }
        finally
        {
            foreach (var writer in writers)
                await writer.DisposeAsync();
        }
    }

    /// <summary>Takes away what was saved, so that the next run finds the same data.</summary>
    public async Task CleanUpAsync()
    {
        foreach (var filer in _filers)
            filer.Dispose();
        await using var connection = _database.Connect();
        await connection.OpenAsync();
        // What else the product wrote about them (seals of the audit trail …) is nobody's business here.
        string[] statements =
        [
            _database.Provider == DatabaseProvider.Sqlite ? "PRAGMA foreign_keys = OFF" : "SET session_replication_role = replica",
            .. new[] { "outbox", "events", "claims", "filings", "sessions", "accounts" }.Select(t => $"DELETE FROM {t}"),
        ];
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (statement, 0);
            await command.ExecuteNonQueryAsync();
        }
        if (connection is NpgsqlConnection postgres)
            NpgsqlConnection.ClearPool(postgres); // the setting would stay with the connection
    }

    private async Task<Filer> SignInAsync(IServiceProvider services, string office)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var name = "bench" + Guid.CreateVersion7().ToString("N")[^12..];
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var account = Account.ForEnterprise(name, $"{name}@example.test", "测量企业", now);
        var key = Session.NewKey();
        db.AddRange(account, new Session(account, key, "127.0.0.1", "bench", now));
        await db.SaveChangesAsync();
        return await Filer.OpenAsync(_address, key, $"/filings/new?service=foreign-trade-operator&authority={office}&route=uscc");
    }

    private async Task<Load> DriveAsync(double seconds, Func<Filer, int, Task> save)
    {
        var times = new List<double>[_filers.Count];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(
            _filers.Select(
                (filer, i) =>
                    Task.Run(async () =>
                    {
                        times[i] = [];
                        while (clock.Elapsed.TotalSeconds < seconds)
                        {
                            var begun = Stopwatch.GetTimestamp();
                            await save(filer, i);
                            times[i].Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                        }
                    })
            )
        );
        var elapsed = clock.Elapsed.TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new(all.Length / elapsed, all[all.Length / 2], all[all.Length * 99 / 100], 0);
    }

    private async Task ReadRowsAsync(Guid filing)
    {
        await using var connection = _database.Connect();
        await connection.OpenAsync();
        foreach (var (table, key) in Tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE {key} = @id";
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("id", filing);
            command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                // The events' own ids are the database's.
                var columns = Enumerable
                    .Range(0, reader.FieldCount)
                    .Where(i => !(table == "events" && reader.GetName(i) == "id"))
                    .ToArray();
                var names = columns.Select(reader.GetName).ToList();
                var marks = names.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}"));
                var sql = $"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ({string.Join(", ", marks)})";
                _rows.Add((sql, [.. columns.Select(reader.GetValue)], names.IndexOf("id"), names.IndexOf(key), names.IndexOf("number")));
            }
        }
    }

    /// <summary>An enterprise with the form open.</summary>
    private sealed partial class Filer : IDisposable
    {
        private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
        private readonly HttpClient _client;
        private readonly string _form;
        private readonly Dictionary<string, string> _hidden = [];

        private Filer(Uri address, string form) => (_client, _form) = (new HttpClient(_handler) { BaseAddress = address }, form);

        public static async Task<Filer> OpenAsync(Uri address, string session, string form)
        {
            var filer = new Filer(address, form);
            filer._handler.CookieContainer.Add(address, new Cookie("session", session));
            var html = await filer._client.GetStringAsync(new Uri(form, UriKind.Relative));
            foreach (Match input in HiddenInput().Matches(html))
                filer._hidden[Value(input.Value, "name")] = WebUtility.HtmlDecode(Value(input.Value, "value"));
            return filer;
        }

        /// <summary>Saves the form as a new filing.</summary>
        public async Task<Guid> SaveAsync()
        {
            var id = Guid.CreateVersion7();
            var fields = new Dictionary<string, string>(_hidden) { ["id"] = id.ToString(), ["action"] = "save" };
            foreach (var (name, text) in SampleAnswers.Enterprise)
                fields[name] = text;
            using var body = new MultipartFormDataContent();
            foreach (var (name, text) in fields)
                body.Add(new StringContent(text), $"\"{name}\"");
            using var answer = await _client.PostAsync(new Uri(_form, UriKind.Relative), body);
            return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
                ? id
                : throw new InvalidOperationException($"Saving: {(int)answer.StatusCode}");
        }

        public void Dispose()
        {
            _client.Dispose();
            _handler.Dispose();
        }

        private static string Value(string tag, string attribute) => Regex.Match(tag, $" {attribute}=\"([^\"]*)\"").Groups[1].Value;

        [GeneratedRegex("<input[^>]* type=\"hidden\"[^>]*>")]
        private static partial Regex HiddenInput();
    }

    /// <summary>A connection with the inserts prepared.</summary>
    private sealed class Writer : IAsyncDisposable
    {
        private readonly DbConnection _connection;
        private readonly List<(DbCommand Command, int Id, int Key, int Number, bool Own)> _inserts = [];

        private Writer(DbConnection connection) => _connection = connection;

        public static async Task<Writer> OpenAsync(
            Database database,
            IEnumerable<(string Sql, object[] Values, int Id, int Key, int Number)> rows
        )
        {
            var writer = new Writer(database.Connect());
            await writer._connection.OpenAsync();
            if (database.Provider == DatabaseProvider.Sqlite)
            {
                await using var pragmas = writer._connection.CreateCommand();
                pragmas.CommandText = "PRAGMA busy_timeout = 15000; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000";
                await pragmas.ExecuteNonQueryAsync();
            }
            foreach (var (sql, values, id, key, number) in rows)
            {
                var command = writer._connection.CreateCommand();
                command.CommandText = sql;
                for (var i = 0; i < values.Length; i++)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"p{i}"), values[i]);
                    command.Parameters.Add(parameter);
                }
                await command.PrepareAsync();
                writer._inserts.Add((command, id, key, number, id == key));
            }
            return writer;
        }

        public async Task WriteAsync()
        {
            var filing = Guid.CreateVersion7();
            await using var transaction = await _connection.BeginTransactionAsync();
            foreach (var (command, id, key, number, own) in _inserts)
            {
                command.Transaction = transaction;
                if (id >= 0)
                    command.Parameters[id].Value = Typed(own ? filing : Guid.CreateVersion7());
                command.Parameters[key].Value = Typed(filing);
                if (number >= 0)
                    command.Parameters[number].Value = filing.ToString("N");
                await command.ExecuteNonQueryAsync();
            }
            await transaction.CommitAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (command, _, _, _, _) in _inserts)
                await command.DisposeAsync();
            await _connection.DisposeAsync();
        }

        /// <summary>SQLite keeps ids as text.</summary>
        private object Typed(Guid id) => _connection is SqliteConnection ? id.ToString().ToUpperInvariant() : id;
    }
}
