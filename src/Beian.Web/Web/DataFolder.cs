namespace Beian.Web.Web;

/// <summary>The one folder with everything an installation owns.</summary>
public sealed class DataFolder
{
    /// <param name="root">Its path; made when it is not there.</param>
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        Directory.CreateDirectory(Files);
    }

    public string Root { get; }

    /// <summary>SQLite's file.</summary>
    public string Database => Path.Combine(Root, "beian.db");

    /// <summary>Attachments, encrypted, under their hashes.</summary>
    public string Files => Path.Combine(Root, "files");

    public string Settings => Path.Combine(Root, "settings.json");

    /// <summary>The exported heads of the audit trail.</summary>
    public string AuditHeads => Path.Combine(Root, "audit", "heads.jsonl");

    public string MasterKey => Path.Combine(Root, "keys", "master.key");
}
