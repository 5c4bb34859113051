using System.Text.Json;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Enterprise.AccessRequests;

/// <summary>Who asks to be let in, and why.</summary>
public sealed record AccessContact(string Name, string Email, string Reason);

/// <summary>
/// Somebody asks the administrators of the enterprise with a code to be let in. It names the code only: whether an enterprise here has it, nobody who asks learns.
/// Kept for thirty days.
/// </summary>
public sealed class AccessRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private AccessRequest() { }

    public AccessRequest(string codeKey, AccessContact contact, Vault vault, DateTime now)
    {
        Id = Guid.CreateVersion7();
        CodeKey = codeKey;
        SubjectKey = vault.NewSubjectKey();
        Contact = vault.Seal(SubjectKey, JsonSerializer.Serialize(contact, JsonSerializerOptions.Web));
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>The code as claims compare it.</summary>
    public string CodeKey { get; private set; } = "";

    public string SubjectKey { get; private set; } = "";

    /// <summary>The contact, sealed with <see cref="SubjectKey"/>.</summary>
    public string Contact { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was answered. Concurrency token: of two administrators one answers.</summary>
    public DateTime? EndedAt { get; private set; }

    public AccessContact Open(Vault vault) =>
        JsonSerializer.Deserialize<AccessContact>(vault.Open(SubjectKey, Contact), JsonSerializerOptions.Web)!;

    /// <summary>An administrator invites or refuses.</summary>
    public void Answer(bool granted, Guid enterprise, Process process)
    {
        if (EndedAt is not null)
            throw new Refused(new("这份申请已由其他管理员处理。", "Another administrator has dealt with this request."));
        EndedAt = process.Now;
        process.Record(granted ? "AccessGranted" : "AccessRefused", EnterpriseActs.SubjectKind, enterprise, new { request = Id });
    }

    private sealed class Configuration : IEntityTypeConfiguration<AccessRequest>
    {
        public void Configure(EntityTypeBuilder<AccessRequest> entity)
        {
            entity.ToTable("access_requests").HasIndex(r => new { r.CodeKey, r.Id });
            entity.HasIndex(r => r.CreatedAt);
            entity.Property(r => r.EndedAt).IsConcurrencyToken();
        }
    }
}

public static class AccessRequestQueries
{
    extension(AppDb db)
    {
        public DbSet<AccessRequest> AccessRequests => db.Set<AccessRequest>();
    }
}
