namespace Beian.Web.Web;

/// <summary>The addresses of the pages, one member each. The address of a page is the place of its file.</summary>
public static partial class Links
{
    public const string Office = "/office";

    public const string OfficeQueue = "/office/queue";

    public const string OfficeParities = "/office/parities";

    public const string OfficeOfficers = "/office/officers";

    public const string OfficeOfficerNew = "/office/officers/new";

    public const string OfficeAuthorities = "/office/authorities";

    public const string OfficeHolidays = "/office/holidays";

    public const string OfficeLog = "/office/log";

    public static string OfficeOfficer(Guid id) => $"/office/officers/{id}";

    public static string OfficeAuthority(string id) => $"/office/authorities/{Uri.EscapeDataString(id)}";

    public const string OfficeLedger = "/office/ledger";

    public const string OfficeLedgerPrint = "/office/ledger/print";

    public const string OfficeLedgerExport = "/office/ledger/export";

    /// <summary>The sheets of what was approved on a day, for the seal.</summary>
    public const string OfficeApprovals = "/office/ledger/approvals";

    /// <param name="after">The place behind which to go on; null: from the first of the day.</param>
    public static string OfficeApprovalsOn(DateOnly day, string? after = null) =>
        $"{OfficeApprovals}?day={day:yyyy-MM-dd}" + (after is null ? "" : $"&after={Uri.EscapeDataString(after)}");

    /// <summary>The same as a file.</summary>
    public static string OfficeApprovalSheets(DateOnly day, string? after = null) =>
        $"{OfficeApprovals}/{day:yyyy-MM-dd}.pdf" + (after is null ? "" : $"?after={Uri.EscapeDataString(after)}");

    public static string OfficeExport(Guid id) => $"/office/exports/{id}";

    public static string OfficeExportFile(Guid id) => $"/office/exports/{id}/file";

    public static string OfficeExportRetry(Guid id) => $"/office/exports/{id}/retry";

    public static string OfficeFiling(Guid id) => $"/office/filings/{id}";

    /// <param name="act">approval, return, rejection, transfer, reveal.</param>
    public static string OfficeAct(Guid id, string act) => $"/office/filings/{id}/{act}";

    /// <summary>A register entry as officers see it.</summary>
    public static string OfficeEntry(string service, string number) =>
        $"/office/entries/{Uri.EscapeDataString(service)}/{Uri.EscapeDataString(number)}";

    /// <summary>撤销, 失效: what an officer does to an entry.</summary>
    public static string OfficeEnding(string service, string number) => $"{OfficeEntry(service, number)}/ending";

    /// <summary>What had to follow an approval is done.</summary>
    public static string OfficeDuty(string service, string number) => $"{OfficeEntry(service, number)}/duty";

    /// <summary>Entries for which what must follow the approval is overdue.</summary>
    public const string OfficeDuties = "/office/duties";

    public static string OfficeSheets(Guid id) => $"/office/filings/{id}/sheets";

    /// <param name="sheet">The code of a sheet, or signature for all of them in one file.</param>
    public static string OfficeSheet(Guid id, string sheet) => $"/office/filings/{id}/sheets/{Uri.EscapeDataString(sheet)}.pdf";

    public static string OfficeAttachment(Guid filing, Guid attachment) => $"/office/filings/{filing}/attachments/{attachment}";

    public static string Service(string service) => $"/services/{Uri.EscapeDataString(service)}";

    public static string Start(string service) => $"{Service(service)}/start";

    /// <summary>法律法规, found by words and state where asked.</summary>
    public static string Laws(string service) => $"{Service(service)}/laws";

    public static string Law(string service, string law) => $"{Laws(service)}/{Uri.EscapeDataString(law)}";

    /// <summary>The offices that take a service's filings, with telephone, address and hours.</summary>
    public static string Authorities(string service) => $"{Service(service)}/authorities";

    /// <summary>The public registers.</summary>
    public const string Registers = "/register";

    public static string Register(string service) => $"{Registers}/{Uri.EscapeDataString(service)}";

    /// <summary>打印登记表.</summary>
    public static string Print(string service) => $"{Service(service)}/print";

    /// <summary>空白表.</summary>
    public static string Blank(string service) => $"{Service(service)}/blank";

    public static string BlankSheet(string service, string sheet) => $"{Blank(service)}/{Uri.EscapeDataString(sheet)}.pdf";

    public static string Entry(string service, string number) => $"{Register(service)}/{Uri.EscapeDataString(number)}";

    /// <summary>What held on a day.</summary>
    public static string EntryOn(string service, string number, DateOnly day) => $"{Entry(service, number)}?on={day:yyyy-MM-dd}";

    public static string EntrySheets(string service, string number) => $"{Entry(service, number)}/sheets";

    public static string EntrySheet(string service, string number, string sheet) =>
        $"{EntrySheets(service, number)}/{Uri.EscapeDataString(sheet)}.pdf";

    /// <summary>认领.</summary>
    public static string EntryClaim(string service, string number) => $"{Entry(service, number)}/claim";

    /// <summary>企业列表.</summary>
    public const string OfficeEnterprises = "/office/enterprises";

    /// <summary>认领申请待审核.</summary>
    public const string OfficeClaims = "/office/enterprises/claims";

    public static string OfficeEnterprise(Guid account) => $"{OfficeEnterprises}/{account}";

    /// <param name="act">user-name, password.</param>
    public static string OfficeEnterpriseAct(Guid account, string act) => $"{OfficeEnterprises}/{account}/{act}";

    /// <summary>事项预约.</summary>
    public const string Appointments = "/appointments";

    /// <param name="authority">The office; null: the enterprise's own.</param>
    /// <param name="move">The appointment that is moved; null: none.</param>
    public static string AppointmentNew(string? authority = null, Guid? move = null) =>
        $"{Appointments}/new"
        + (authority is null ? "" : $"?authority={Uri.EscapeDataString(authority)}")
        + (move is null ? "" : $"{(authority is null ? '?' : '&')}move={move}");

    /// <summary>预约管理.</summary>
    public const string OfficeAppointments = "/office/appointments";

    /// <summary>How far a reset request is, asked for by its ticket number.</summary>
    public const string Resets = "/resets";

    /// <summary>申请机关重置密码.</summary>
    public const string ResetNew = "/resets/new";

    public static string Reset(string ticket) => $"{Resets}/{Uri.EscapeDataString(ticket)}";

    /// <summary>重置申请 at the authority.</summary>
    public const string OfficeResets = "/office/resets";

    public static string OfficeReset(Guid request) => $"{OfficeResets}/{request}";

    /// <summary>The scan of a document that says who somebody is.</summary>
    public static string OfficePaper(Guid paper) => $"/office/papers/{paper}";

    /// <summary>开通用户.</summary>
    public static string OfficeOpening(Guid? entry = null, Guid? filing = null, Guid? claim = null) =>
        $"{OfficeEnterprises}/opening?"
        + (
            claim is not null ? $"claim={claim}"
            : entry is not null ? $"entry={entry}"
            : $"filing={filing}"
        );

    public static string SignIn(string returnUrl) => $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>账号管理.</summary>
    public const string Account = "/account";

    /// <summary>修改密码.</summary>
    public const string AccountPassword = "/account/password";

    /// <summary>系统设置.</summary>
    public const string Settings = "/account/settings";

    /// <summary>快速获取账号.</summary>
    public const string NewAccount = "/account/new";

    /// <summary>Where a code that an authority handed over is used.</summary>
    public const string OneTimeCode = "/account/one-time-code";

    /// <summary>注册统一平台账号.</summary>
    public const string Registration = "/account/registration";

    /// <summary>操作指南.</summary>
    public const string Help = "/help";

    /// <summary>登录助手.</summary>
    public const string SignInHelp = "/help/sign-in";

    /// <summary>The chapter of the operating guide for a page.</summary>
    public static string HelpFor(string path) => $"{Help}?at={Uri.EscapeDataString(path)}";

    public static string Guide(string chapter) => $"{Help}/{Uri.EscapeDataString(chapter)}";

    /// <summary>咨询: one's own questions.</summary>
    public const string Tickets = "/tickets";

    public static string Ticket(Guid id) => $"{Tickets}/{id}";

    /// <summary>企业咨询: the questions put to an authority.</summary>
    public const string OfficeTickets = "/office/tickets";

    /// <summary>好差评 of a filing.</summary>
    public static string FilingRating(Guid id) => $"/filings/{id}/rating";

    /// <summary>好差评 of the jurisdiction.</summary>
    public const string OfficeRatings = "/office/ratings";

    /// <summary>进度查询.</summary>
    public const string Progress = "/progress";

    /// <summary>我的收藏.</summary>
    public const string Favourites = "/workbench/favourites";

    /// <summary>我的网站.</summary>
    public const string Websites = "/workbench/websites";

    public static string Workbench => "/workbench";

    /// <summary>增加应用.</summary>
    public const string Applications = "/workbench/applications";

    /// <summary>新增业务.</summary>
    public const string WorkbenchServices = "/workbench/services";

    /// <summary>A page on the way into an application: user-type, account, user, profile, registered.</summary>
    public static string ApplicationPage(string application, string page) => $"{Application(application)}/{page}";

    /// <summary>The home of an application.</summary>
    public static string Application(string application) => $"{Applications}/{Uri.EscapeDataString(application)}";

    public static string Filings => "/filings";

    /// <summary>Leads to the form of the new filing whose typing was kept.</summary>
    public const string NewFilingStashed = "/filings/new";

    /// <param name="authority">Null where what is filled in decides on the authority.</param>
    public static string NewFiling(string service, string? authority, string route) =>
        $"/filings/new?service={Uri.EscapeDataString(service)}"
        + (authority is null ? "" : $"&authority={Uri.EscapeDataString(authority)}")
        + $"&route={Uri.EscapeDataString(route)}";

    public static string Filing(Guid id) => $"/filings/{id}";

    public static string FilingForm(Guid id) => $"/filings/{id}/form";

    public static string FilingSaved(Guid id) => $"/filings/{id}/saved";

    public static string FilingSubmission(Guid id) => $"/filings/{id}/submission";

    public static string FilingAuthority(Guid id) => $"/filings/{id}/authority";

    /// <summary>催办.</summary>
    public static string FilingUrging(Guid id) => $"/filings/{id}/urging";

    public static string FilingWithdrawal(Guid id) => $"/filings/{id}/withdrawal";

    /// <param name="kind">The kind to start (lifecycle.yaml); null: 变更.</param>
    public static string FilingChange(Guid id, string? kind = null) =>
        kind is null ? $"/filings/{id}/change" : $"/filings/{id}/change/{Uri.EscapeDataString(kind)}";

    /// <summary>What must follow the approval is done.</summary>
    public static string FilingDuty(Guid id) => $"/filings/{id}/duty";

    public static string FilingSheets(Guid id) => $"/filings/{id}/sheets";

    /// <param name="sheet">The code of a sheet, or signature for all of them in one file.</param>
    public static string FilingSheet(Guid id, string sheet) => $"/filings/{id}/sheets/{Uri.EscapeDataString(sheet)}.pdf";

    /// <summary>The mails about a filing.</summary>
    public static string FilingMessages(Guid id) => $"/filings/{id}/messages";

    public static string OfficeMessages(Guid id) => $"/office/filings/{id}/messages";

    /// <summary>The mails about all filings of the account.</summary>
    public const string Messages = "/messages";

    public static string FilingAttachments(Guid id) => $"/filings/{id}/attachments";

    public static string FilingAttachment(Guid id, Guid attachment) => $"/filings/{id}/attachments/{attachment}";
}
