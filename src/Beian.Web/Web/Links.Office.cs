namespace Beian.Web.Web;

/// <summary>主管部门端.</summary>
public static partial class Links
{
    public const string Office = "/office";

    public const string OfficeQueue = "/office/queue";

    /// <summary>Several filings at once.</summary>
    public const string OfficeBatch = "/office/batch";

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

    /// <summary>企业列表.</summary>
    public const string OfficeEnterprises = "/office/enterprises";

    /// <summary>认领申请待审核.</summary>
    public const string OfficeClaims = "/office/enterprises/claims";

    public static string OfficeEnterprise(Guid account) => $"{OfficeEnterprises}/{account}";

    /// <param name="act">user-name, password.</param>
    public static string OfficeEnterpriseAct(Guid account, string act) => $"{OfficeEnterprises}/{account}/{act}";

    /// <summary>预约管理.</summary>
    public const string OfficeAppointments = "/office/appointments";

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

    /// <summary>企业咨询: the questions put to an authority.</summary>
    public const string OfficeTickets = "/office/tickets";

    /// <summary>好差评 of the jurisdiction.</summary>
    public const string OfficeRatings = "/office/ratings";

    public static string OfficeMessages(Guid id) => $"/office/filings/{id}/messages";
}
