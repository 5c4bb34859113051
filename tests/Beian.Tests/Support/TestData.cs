using System.Buffers.Binary;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beian.Tests.Support;

/// <summary>Plants people and filings through the real entities, under names nobody else uses.</summary>
public sealed class TestData(TestSite site)
{
    /// <summary>The password of every planted account.</summary>
    public const string Password = "Chang-cheng 2026!";

    private static readonly PasswordHasher<Account> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));

    /// <summary>Now, by the site's clock.</summary>
    public DateTime Now => site.Clock.GetUtcNow().UtcDateTime;

    /// <summary>An action of the program itself.</summary>
    public Process NewProcess(string name) => new(name, Actor.System, Now);

    /// <summary>An officer at an authority.</summary>
    public Task<Account> OfficerAsync(string authorityId, OfficerRole role = OfficerRole.Reviewer) =>
        AddAsync(Account.ForOfficer(NewName("officer"), "测试审核员", authorityId, Now, role));

    /// <summary>An enterprise's account.</summary>
    public Task<Account> EnterpriseAsync(string displayName = "测试企业")
    {
        var name = NewName("firm");
        return AddAsync(Account.ForEnterprise(name, $"{name}@example.test", displayName, Now));
    }

    /// <summary>The account a filing belongs to.</summary>
    public Task<Account> OwnerOfAsync(Filing filing) =>
        site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == filing.OwnerId));

    private static string NewName(string kind) => kind + Guid.CreateVersion7().ToString("N")[^12..];

    private async Task<Account> AddAsync(Account account)
    {
        account.PasswordHash = Hasher.HashPassword(account, Password);
        await site.ExecuteAsync(async db =>
        {
            db.Add(account);
            await db.SaveChangesAsync();
        });
        return account;
    }
}

/// <summary>What a stored password tells of itself.</summary>
public static class PasswordHashes
{
    /// <summary>How often it was hashed: four bytes after the kind and the function (version 3 of Identity's format).</summary>
    public static int HashIterations(this Account account) =>
        BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(account.PasswordHash!).AsSpan(5));
}
