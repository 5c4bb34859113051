using System.Text;
using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Shared;
using Beian.Web.Web;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>What an officer was shown before he or she opens an account or resets a password. Recorded with who it was and when; sealed, for it may name persons.</summary>
public sealed record Proof(IReadOnlyList<string> Documents, string Note)
{
    /// <summary>Whose account it is for.</summary>
    public AccountKind Kind { get; init; }

    /// <summary>The documents there are, by their codes.</summary>
    public static IReadOnlyList<(string Code, LocalizedText Name)> All { get; } =
    [
        ("licence", new("营业执照", "business licence")),
        ("id", new("法定代表人（负责人）或经办人有效证件", "identity document of the representative or of whoever came")),
        ("letter", new("单位介绍信或委托书", "letter of introduction or authority")),
        ("sheet", new("原备案登记表", "the former sheet")),
    ];

    /// <summary>Those an officer shows.</summary>
    public static IReadOnlyList<(string Code, LocalizedText Name)> OfOfficers { get; } =
    [
        ("official-letter", new("所在机关的公函", "official letter of the officer's authority")),
        ("work-card", new("工作证或有效证件", "staff card or identity document")),
    ];

    /// <summary>What a document is called.</summary>
    public static LocalizedText NameOf(string code) => All.Concat(OfOfficers).First(d => d.Code == code).Name;

    /// <summary>Those to be shown for an account.</summary>
    public static IReadOnlyList<(string Code, LocalizedText Name)> Of(AccountKind kind) => kind == AccountKind.Officer ? OfOfficers : All;

    /// <summary>What the form holds; problems where it says too little.</summary>
    public static (Proof Proof, IReadOnlyList<ErrorLine> Problems) Read(
        IFormCollection form,
        Texts texts,
        AccountKind kind = AccountKind.Enterprise
    )
    {
        var documents = form["documents"].OfType<string>().Where(d => Of(kind).Any(a => a.Code == d)).Distinct().ToList();
        var note = form["note"].ToString().Trim();
        var problems = new List<ErrorLine>();
        if (documents.Count == 0)
            problems.Add(new("documents", texts["请勾选核对过的材料", "Please tick the documents you saw"]));
        if (note.Length is 0 or > 300)
            problems.Add(
                new(
                    "note",
                    texts["请说明经办人和核实情况，最多 300 个字", "Please say who came and how you checked, in at most 300 characters"]
                )
            );
        return (new(documents, note) { Kind = kind }, problems);
    }

    /// <summary>As the key keeps it.</summary>
    public KeyIssuer By(Features.Filings.Officer officer, Vault vault) =>
        new(
            officer.AccountId,
            officer.Name,
            officer.AuthorityId,
            Convert.ToBase64String(vault.Seal(Encoding.UTF8.GetBytes($"{string.Join(' ', Documents)}\n{Note}")))
        );

    /// <summary>Reads what a key keeps.</summary>
    public static Proof Open(string sealedProof, Vault vault)
    {
        var lines = Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(sealedProof))).Split('\n', 2);
        return new(lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), lines.Length > 1 ? lines[1] : "");
    }
}
