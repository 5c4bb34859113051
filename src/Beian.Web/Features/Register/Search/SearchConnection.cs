using System.Data.Common;

namespace Beian.Web.Features.Register.Search;

/// <summary>An open connection with the statements prepared on it. Used by one search at a time.</summary>
public sealed class SearchConnection(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = [];

    /// <summary>The statement with this text; its parameters keep their places and get new values.</summary>
    public DbCommand Prepare(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters)
                command.Add(name, value);
            command.Prepare();
            _commands.Add(sql, command);
            return command;
        }
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value;
        return command;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
            await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
