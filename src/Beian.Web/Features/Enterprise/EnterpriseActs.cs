using System.Text.Json;
using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>A line of what happened among those who act for an enterprise.</summary>
public sealed record EnterpriseAct(DateTime At, string Actor, LocalizedText Words);

/// <summary>What happened among those who act for an enterprise, in words: for its members and for officers alike.</summary>
public static class EnterpriseActs
{
    /// <summary>What the events are about.</summary>
    public const string SubjectKind = Mandate.SubjectKind;

    /// <summary>The newest acts.</summary>
    public static async Task<IReadOnlyList<EnterpriseAct>> ReadAsync(AppDb db, Guid enterprise, int most, CancellationToken stop)
    {
        var events = await db
            .Events.AsNoTracking()
            .Where(e => e.SubjectId == enterprise && e.SubjectKind == SubjectKind)
            .OrderByDescending(e => e.Id)
            .Take(most)
            .ToListAsync(stop);
        var data = events.ConvertAll(e => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(e.Data) ?? []);
        var ids = data.SelectMany(d => d.Values).Select(IdIn).OfType<Guid>().Distinct().ToList();
        var names = await db.Accounts.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, stop);
        return [.. events.Select((e, i) => new EnterpriseAct(e.At, e.ActorName, Words(e.Kind, data[i], names)))];
    }

    private static LocalizedText Words(string kind, Dictionary<string, JsonElement> data, Dictionary<Guid, string> names)
    {
        var (account, role) = (Name("account"), Role("role"));
        return kind switch
        {
            "MemberInvited" => new($"发出邀请，角色是{role.Zh}", $"invited somebody as {role.En}"),
            "InvitationWithdrawn" => new("撤回邀请", "took an invitation back"),
            "MemberJoined" => new($"{account}接受邀请加入，角色是{role.Zh}", $"{account} joined as {role.En}"),
            "MemberRoleChanged" => new($"{account}的角色改为{Role("to").Zh}", $"{account} is {Role("to").En} now"),
            "MemberRemoved" => new($"移出{account}", $"took {account} out"),
            "MemberLeft" => new($"{account}退出本企业", $"{account} left"),
            "AccessAskedFor" => new("有人申请加入", "somebody asked for access"),
            "AccessGranted" => new("同意加入申请，发出邀请", "granted a request for access"),
            "AccessRefused" => new("不同意加入申请", "refused a request for access"),
            "AdministratorHandedOver" => new(
                $"管理员由{Name("from")}移交给{Name("to")}",
                $"{Name("from")} handed the role of administrator over to {Name("to")}"
            ),
            "MandateGiven" => new("委托其他企业代办", "gave a mandate"),
            "MandateAccepted" => new(
                $"{Name("agency")}接受{Name("principal")}的代办委托",
                $"{Name("agency")} accepted the mandate of {Name("principal")}"
            ),
            "MandateEnded" => new($"{Name("principal")}的代办委托终止", $"the mandate of {Name("principal")} ended"),
            _ => new(kind, kind),
        };

        string Name(string key) => data.TryGetValue(key, out var value) && IdIn(value) is { } id ? names.GetValueOrDefault(id, "—") : "—";

        LocalizedText Role(string key) =>
            data.TryGetValue(key, out var value) && Enum.TryParse<MemberRole>(value.GetString(), out var found)
                ? found.Text
                : new("—", "—");
    }

    private static Guid? IdIn(JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
}
