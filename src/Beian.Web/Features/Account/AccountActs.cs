using Beian.Definitions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>What authorities did to an account, and how its password came: seen by its owner and by the authority alike.</summary>
public static class AccountActs
{
    private static readonly Dictionary<string, LocalizedText> _words = new()
    {
        ["AccountOpened"] = new("开通用户", "Account opened"),
        ["EntryGiven"] = new("登记归入本账号", "Entry given to this account"),
        ["UserNameSeen"] = new("查看用户名", "User name looked at"),
        ["PasswordResetByAuthority"] = new("机关重置密码", "Password reset by an authority"),
        ["OfficerCreated"] = new("开通用户", "Account opened"),
        ["OfficerPasswordReset"] = new("上级机关重置密码", "Password reset by the authority above"),
        ["OfficerMoved"] = new("调动或修改角色", "Moved, or the role changed"),
        ["OfficerSuspended"] = new("停用", "Suspended"),
        ["OfficerResumed"] = new("恢复使用", "May sign in again"),
        ["PasswordSet"] = new("通过一次性链接或一次性码设置了密码", "Password set by a single-use link or code"),
    };

    private static readonly string[] _kinds = [.. _words.Keys];

    public static LocalizedText Words(Event happened) => _words[happened.Kind];

    extension(AppDb db)
    {
        /// <summary>The acts on an account, newest first.</summary>
        public IQueryable<Event> ActsOn(Guid account) =>
            db.Events.AsNoTracking().Where(e => e.SubjectId == account && _kinds.Contains(e.Kind)).OrderByDescending(e => e.Id);
    }
}
