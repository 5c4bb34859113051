using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Fields;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>
/// 查询码: twelve characters that, with the system number, show how far a filing is without signing in. A code follows from the filing's id
/// and the master key, so the database holds nothing a reader of it could ask with.
/// </summary>
public sealed class ProgressCodes(Vault vault)
{
    /// <summary>No O, I, 0 or 1, which are mistaken for each other on paper.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int Length = 12;

    private readonly byte[] _key = vault.DeriveKey("progress code");

    /// <summary>The code of a filing, in groups of four.</summary>
    public string Of(Guid filing)
    {
        var hash = HMACSHA256.HashData(_key, filing.ToByteArray());
        var code = new StringBuilder();
        for (var i = 0; i < Length; i++)
            code.Append(i is > 0 && i % 4 == 0 ? "-" : "").Append(Alphabet[hash[i] % Alphabet.Length]);
        return code.ToString();
    }

    /// <summary>The filing with a number and its code; null where they do not belong together. A number nobody has costs as much.</summary>
    public async Task<Filing?> FindAsync(AppDb db, string? number, string? code, CancellationToken stop)
    {
        var (digits, typed) = (Tidy(number), Tidy(code));
        var filing = await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Number == digits, stop);
        var expected = Encoding.ASCII.GetBytes(Tidy(Of(filing?.Id ?? Guid.Empty)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(typed)) ? filing : null;
    }

    /// <summary>Letters and digits alone, capital, of bounded length: people type spaces and hyphens as they like.</summary>
    private static string Tidy(string? typed) => PlainText.Cut(PlainText.AsCode(typed ?? ""), 40);
}
