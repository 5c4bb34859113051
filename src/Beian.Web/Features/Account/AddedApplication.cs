using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>An application that an enterprise added to its workbench (增加应用 → 申请). There is one of an application and account.</summary>
public sealed class AddedApplication
{
    private AddedApplication() { }

    public AddedApplication(Guid accountId, string application, Process process)
    {
        (AccountId, Application, AddedAt) = (accountId, application, process.Now);
        process.Record("ApplicationAdded", "account", accountId, new { application });
    }

    public Guid AccountId { get; private set; }

    /// <summary>The code of the application (applications.yaml).</summary>
    public string Application { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    /// <summary>The code of the user type chosen in it; null where none is asked for or none is chosen yet.</summary>
    public string? UserType { get; private set; }

    /// <summary>请选择您的用户类型.</summary>
    public void ChooseUserType(string userType, Process process)
    {
        UserType = userType;
        process.Record("UserTypeChosen", "account", AccountId, new { Application, userType });
    }

    private sealed class Configuration : IEntityTypeConfiguration<AddedApplication>
    {
        public void Configure(EntityTypeBuilder<AddedApplication> entity)
        {
            entity.ToTable("account_applications").HasKey(a => new { a.AccountId, a.Application });
            entity.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        }
    }
}

public static class AddedApplicationQueries
{
    extension(AppDb db)
    {
        public DbSet<AddedApplication> AddedApplications => db.Set<AddedApplication>();
    }
}
