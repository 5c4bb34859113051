using Beian.Definitions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>A mail beyond the obligatory ones (results of a review, safety of the account, duties), which its recipient may decline.</summary>
/// <param name="Template">The name of its template.</param>
/// <param name="Reader">Who gets it; null: both sides.</param>
/// <param name="Title">What it says.</param>
public sealed record OptionalMail(string Template, AccountKind? Reader, LocalizedText Title)
{
    /// <summary>All there are, as 系统设置 lists them.</summary>
    public static IReadOnlyList<OptionalMail> All { get; } =
    [
        new("draft-waiting", AccountKind.Enterprise, new("备案保存了一天还没有上报", "A filing was saved a day ago and not submitted")),
        new(
            "appointment-reminder",
            AccountKind.Enterprise,
            new("预约前一个工作日的提醒", "Reminder on the working day before an appointment")
        ),
        new("filing-urged", AccountKind.Officer, new("企业催办", "An enterprise asks where its filing is")),
        new("filings-late", AccountKind.Officer, new("本机关和下级机关的备案逾期", "Filings here or below are late")),
        new("ticket-answered", null, new("咨询有了答复", "A question was answered")),
    ];

    public bool IsFor(AccountKind? reader) => Reader is null || Reader == reader;
}

/// <summary>That an account does not want an optional mail.</summary>
public sealed class DeclinedMail(Guid accountId, string mail)
{
    public Guid AccountId { get; private set; } = accountId;

    /// <summary>The name of its template.</summary>
    public string Mail { get; private set; } = mail;

    private sealed class Configuration : IEntityTypeConfiguration<DeclinedMail>
    {
        public void Configure(EntityTypeBuilder<DeclinedMail> entity)
        {
            entity.ToTable("declined_mails").HasKey(d => new { d.AccountId, d.Mail });
            entity.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        }
    }
}

public static class DeclinedMailQueries
{
    extension(AppDb db)
    {
        public DbSet<DeclinedMail> DeclinedMails => db.Set<DeclinedMail>();

        /// <summary>Whether an account gets a mail: everything it did not decline.</summary>
        public async Task<bool> WantsAsync(Guid account, string template, CancellationToken stop) =>
            await db.AccountsWanting(template).AnyAsync(a => a.Id == account, stop);

        /// <summary>The accounts that get a mail: all that did not decline it.</summary>
        public IQueryable<Account> AccountsWanting(string template) =>
            db.Accounts.Where(a => !db.Set<DeclinedMail>().Any(d => d.AccountId == a.Id && d.Mail == template));
    }
}
