using System.Globalization;
using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>A line of the list: an account, or an entry or filing without one.</summary>
public sealed record EnterpriseRow(string Href, string Name, string Code, string Number, string AuthorityId, DateTime Since);

/// <summary>企业列表: the enterprises of the jurisdiction, with an account or without, narrowed down by name, code or user name.</summary>
public sealed class IndexModel(
    AppDb db,
    EnterpriseDesk enterprises,
    EntryCandidates candidates,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities
) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Entries without an account instead of accounts.</summary>
    public bool IsUnopened { get; private set; }

    public string Text { get; private set; } = "";

    public IReadOnlyList<EnterpriseRow> Rows { get; private set; } = [];

    /// <summary>Filings from the former system that nobody answers for yet; with the first page.</summary>
    public IReadOnlyList<EnterpriseRow> Waiting { get; private set; } = [];

    public string? Next { get; private set; }

    public string AuthorityName(string id) => authorities[id].Name;

    private string Code => Text.ToUpperInvariant();

    private List<string> Services => [.. catalogue.Packs.Select(p => p.Code)];

    public async Task OnGetAsync(string? tab, string? q, string? after, CancellationToken stop)
    {
        IsUnopened = tab == "unopened";
        Text = PlainText.Sought(q, 100);
        var key = IsUnopened ? await ReadEntriesAsync(after, stop) : await ReadAccountsAsync(after, stop);
        if (key is not null)
            Next = Links.OfficeEnterprises + new QueryString().Add("tab", tab ?? "").Add("q", Text).Add("after", key);
    }

    private async Task<string?> ReadAccountsAsync(string? after, CancellationToken stop)
    {
        var accounts = enterprises.Accounts().AsNoTracking();
        if (Text.Length > 0)
        {
            var (code, owners) = (Code, await OwnersAsync(stop));
            accounts = accounts.Where(a => a.DisplayName.Contains(Text) || a.NormalizedUserName == code || owners.Contains(a.Id));
        }
        if (Guid.TryParse(after, out var last))
            accounts = accounts.Where(a => a.Id.CompareTo(last) < 0);
        var rows = await accounts
            .OrderByDescending(a => a.Id)
            .Take(PageSize + 1)
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                a.HomeAuthorityId,
                a.CreatedAt,
            })
            .ToListAsync(stop);
        var ids = rows.ConvertAll(r => (Guid?)r.Id);
        var codes = (
            await db
                .Filings.Where(f => ids.Contains(f.OwnerId) && f.Revision > 0)
                .GroupBy(f => f.OwnerId)
                .Select(g => new { Owner = g.Key, Code = g.Max(f => f.SubjectCode) })
                .ToListAsync(stop)
        ).ToDictionary(c => c.Owner!.Value, c => c.Code ?? "");
        Rows =
        [
            .. rows.Take(PageSize)
                .Select(r => new EnterpriseRow(
                    Links.OfficeEnterprise(r.Id),
                    r.DisplayName,
                    codes.GetValueOrDefault(r.Id, ""),
                    "",
                    r.HomeAuthorityId!,
                    r.CreatedAt
                )),
        ];
        return rows.Count > PageSize ? rows[PageSize - 1].Id.ToString() : null;
    }

    /// <summary>
    /// The accounts that file for the code typed or are known to have it. They are asked for first, by index: within the list of accounts the
    /// filings of each would be looked through.
    /// </summary>
    private Task<List<Guid>> OwnersAsync(CancellationToken stop)
    {
        var (key, parts) = (Subject.KeyOf(Code), Subject.KeysOf(Code));
        var parted = catalogue.Packs.Where(p => p.Service.EntryPer is not null).Select(p => p.Code).ToList();
        var services = Services;
        var filings = db.Filings.Where(f => f.OwnerId != null);
        var claims = db.Claims.Where(c => c.State == ClaimState.Confirmed);
        return filings
            .Where(f => services.Contains(f.Service) && f.CodeKey == key)
            .Select(f => f.OwnerId!.Value)
            .Union(filings.Where(f => parted.Contains(f.Service) && f.CodeKey.StartsWith(parts)).Select(f => f.OwnerId!.Value))
            .Union(claims.Where(c => services.Contains(c.Service) && c.CodeKey == key).Select(c => c.AccountId))
            .Union(claims.Where(c => parted.Contains(c.Service) && c.CodeKey.StartsWith(parts)).Select(c => c.AccountId))
            .ToListAsync(stop);
    }

    private async Task<string?> ReadEntriesAsync(string? after, CancellationToken stop)
    {
        var entries = enterprises.Unopened().AsNoTracking();
        var waiting = enterprises.Ownerless().AsNoTracking();
        if (Text.Length > 0)
        {
            var (code, key) = (Code, Subject.KeyOf(Code));
            entries = entries.Where(e => e.Name.Contains(Text) || e.CodeKey == key || e.Code == code || e.Number == code);
            if (await candidates.FindAsync(Services, Text, wholes: true, stop) is { } ids)
                entries = entries.Where(e => EF.Parameter(ids).Contains(e.Id));
            waiting = waiting.Where(f => f.SubjectName.Contains(Text) || f.CodeKey == key || f.Number == code);
        }
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            entries = entries.Where(e => e.Id < last);
        else
            Waiting =
            [
                .. (await waiting.OrderBy(f => f.DueOn).ThenBy(f => f.Id).Take(PageSize).ToListAsync(stop)).Select(f => new EnterpriseRow(
                    Links.OfficeOpening(filing: f.Id),
                    f.SubjectName,
                    f.SubjectCode,
                    f.Number,
                    f.AuthorityId,
                    f.SubmittedAt ?? f.CreatedAt
                )),
            ];
        var rows = await entries
            .OrderByDescending(e => e.Id)
            .Take(PageSize + 1)
            .Select(e => new
            {
                e.Id,
                e.PublicId,
                e.Name,
                e.Code,
                e.Number,
                e.AuthorityId,
                e.ApprovedAt,
            })
            .ToListAsync(stop);
        Rows =
        [
            .. rows.Take(PageSize)
                .Select(e => new EnterpriseRow(Links.OfficeOpening(e.PublicId), e.Name, e.Code, e.Number, e.AuthorityId, e.ApprovedAt)),
        ];
        return rows.Count > PageSize ? rows[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
    }
}
