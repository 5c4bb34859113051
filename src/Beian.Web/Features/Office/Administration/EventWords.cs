using Beian.Definitions;

namespace Beian.Web.Features.Office.Administration;

/// <summary>What the events of the trail say in plain words.</summary>
public static class EventWords
{
    /// <summary>By the event's kind; a kind without words here is shown by its name.</summary>
    public static IReadOnlyDictionary<string, LocalizedText> All { get; } =
        new Dictionary<string, LocalizedText>
        {
            ["AccountCreated"] = new("建立账号", "made an account"),
            ["AddressLocked"] = new("登录失败过多，网络地址被锁定", "too many failed sign-ins locked a network address"),
            ["AttachmentAdded"] = new("上传附件", "uploaded a file"),
            ["AttachmentRemoved"] = new("删除附件", "removed a file"),
            ["AuthorityEdited"] = new("修改机关信息", "changed what filers are told of an office"),
            ["AuthorityServicesChanged"] = new("修改机关受理的事项", "changed which services an office takes"),
            ["ClaimConfirmed"] = new("确认企业代码归属", "claim to the enterprise code confirmed"),
            ["ClaimLost"] = new("企业代码已由他人备案", "claim to the enterprise code lost"),
            ["CodeClaimed"] = new("登记企业代码", "claimed an enterprise code"),
            ["DraftMigrationBegun"] = new("开始迁移暂存备案", "began to move drafts"),
            ["DraftMigrationUndone"] = new("撤销暂存备案迁移", "took a move of drafts back"),
            ["DraftMoved"] = new("暂存备案换版本", "draft moved to another version"),
            ["EmailConfirmationSent"] = new("发送邮箱验证邮件", "asked to confirm an e-mail address"),
            ["EmailConfirmed"] = new("验证邮箱", "confirmed an e-mail address"),
            ["EntryRegistered"] = new("登记生效", "entry registered"),
            ["EntryCancelled"] = new("登记注销", "entry cancelled"),
            ["EntryDutyMet"] = new("登记企业已履行义务", "noted that a duty was met"),
            ["EntryLapsed"] = new("登记自动失效", "entry lapsed"),
            ["EntryRenewed"] = new("登记变更生效", "entry has a new version"),
            ["EntryRevoked"] = new("登记撤销", "entry revoked"),
            ["FilingAccepted"] = new("受理", "accepted for review"),
            ["FilingAdopted"] = new("备案归入账号", "joined a filing to an account"),
            ["FilingApproved"] = new("审核通过", "approved"),
            ["FilingAssigned"] = new("分派办理人", "assigned a filing"),
            ["FilingLate"] = new("办理逾期", "a limit ran out"),
            ["FilingRedirected"] = new("更换备案登记机关或方式", "chose another authority or way"),
            ["FilingReminded"] = new("提醒企业", "reminded the filer"),
            ["FilingRejected"] = new("不予备案", "rejected"),
            ["FilingReturned"] = new("退回补正", "returned for correction"),
            ["FilingSaved"] = new("保存备案", "saved a filing"),
            ["FilingStarted"] = new("开始办理", "started a filing"),
            ["FilingSubmitted"] = new("上报备案", "submitted a filing"),
            ["FilingTransferred"] = new("转交其他机关", "handed a filing on"),
            ["FilingWithdrawn"] = new("撤回备案", "withdrew a filing"),
            ["HolidaysEntered"] = new("上传节假日表", "entered a table of holidays"),
            ["HousekeepingDone"] = new("系统清理", "housekeeping"),
            ["LedgerExportDownloaded"] = new("下载台账", "downloaded a ledger"),
            ["LedgerExportRequested"] = new("要求导出台账", "asked for the export of a ledger"),
            ["LedgerExported"] = new("导出台账", "exported a ledger"),
            ["MessageResent"] = new("重新发送邮件", "sent a mail again"),
            ["NoteSettled"] = new("标记备注已处理", "settled a note"),
            ["NoteWritten"] = new("写备注", "wrote a note"),
            ["OfficerCreated"] = new("开通主管部门用户", "created an officer"),
            ["OfficerMoved"] = new("调动用户或修改角色", "moved an officer or changed the role"),
            ["OfficerPasswordReset"] = new("重置用户密码", "gave an officer a new password"),
            ["OfficerResumed"] = new("恢复用户", "let an officer sign in again"),
            ["OfficerSuspended"] = new("停用用户", "suspended an officer"),
            ["PackPublished"] = new("发布业务定义", "published a pack"),
            ["ParitiesEntered"] = new("录入汇率中间价", "entered central parities"),
            ["PasswordChanged"] = new("修改密码", "changed the password"),
            ["PersonalAnswersRevealed"] = new("查看或打印完整的个人信息", "saw or printed personal data whole"),
            ["RegisterReprojected"] = new("按新版本整理公开登记", "worked the register over"),
            ["SessionEnded"] = new("退出另一处登录", "ended a session elsewhere"),
            ["SheetSealed"] = new("打印登记表用于盖章", "printed a sheet for the seal"),
            ["SignInFailed"] = new("登录失败", "failed to sign in"),
            ["SignInLocked"] = new("登录失败过多，账号被锁定", "too many failed sign-ins locked the account"),
            ["SignedIn"] = new("登录", "signed in"),
            ["SignedOut"] = new("退出登录", "signed out"),
            ["SignedSheetConfirmed"] = new("确认签字盖章件", "confirmed the signed sheet"),
        };

    public static LocalizedText Of(string kind) => All.TryGetValue(kind, out var text) ? text : new(kind, kind);
}
