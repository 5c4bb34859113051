using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>Which enterprise has a code: only what an authority confirmed counts.</summary>
public static class EnterpriseCodes
{
    // One enterprise has few codes, and one code few enterprises: a service each at most.
    private const int Most = 20;

    extension(AppDb db)
    {
        /// <summary>The keys of the codes an enterprise was confirmed to have.</summary>
        public async Task<IReadOnlyList<string>> FindCodeKeysAsync(Guid enterprise, CancellationToken stop)
        {
            var keys = await db
                .Claims.Where(c => c.AccountId == enterprise && c.State == ClaimState.Confirmed)
                .Select(c => c.CodeKey)
                .Distinct()
                .Take(Most)
                .ToListAsync(stop);
            return [.. keys.Select(Subject.EnterpriseOf).Distinct(StringComparer.Ordinal)];
        }

        /// <summary>The enterprises that were confirmed to have a code.</summary>
        public Task<List<Guid>> FindEnterprisesWithAsync(string codeKey, IReadOnlyCollection<string> services, CancellationToken stop)
        {
            var parts = Subject.PartsOf(codeKey);
            return db
                .Claims.Where(c =>
                    services.Contains(c.Service) && (c.CodeKey == codeKey || c.CodeKey.StartsWith(parts)) && c.State == ClaimState.Confirmed
                )
                .Select(c => c.AccountId)
                .Distinct()
                .Take(Most)
                .ToListAsync(stop);
        }
    }
}
