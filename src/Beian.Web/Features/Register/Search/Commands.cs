using System.Data.Common;

namespace Beian.Web.Features.Register.Search;

/// <summary>Hand-written SQL with named parameters.</summary>
internal static class Commands
{
    extension(DbCommand command)
    {
        public DbParameter Add(string name, object? value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
            return parameter;
        }
    }
}
