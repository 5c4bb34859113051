namespace Beian.Web.Data;

/// <summary>The two databases the product runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}
