namespace Beian.Web.Web;

/// <summary>The addresses of the pages, one member each. The address of a page is the place of its file.</summary>
public static partial class Links
{
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

    /// <summary>事项预约.</summary>
    public const string Appointments = "/appointments";

    /// <param name="authority">The office; null: the enterprise's own.</param>
    /// <param name="move">The appointment that is moved; null: none.</param>
    public static string AppointmentNew(string? authority = null, Guid? move = null) =>
        $"{Appointments}/new"
        + (authority is null ? "" : $"?authority={Uri.EscapeDataString(authority)}")
        + (move is null ? "" : $"{(authority is null ? '?' : '&')}move={move}");

    /// <summary>How far a reset request is, asked for by its ticket number.</summary>
    public const string Resets = "/resets";

    /// <summary>申请机关重置密码.</summary>
    public const string ResetNew = "/resets/new";

    public static string Reset(string ticket) => $"{Resets}/{Uri.EscapeDataString(ticket)}";

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

    /// <summary>好差评 of a filing.</summary>
    public static string FilingRating(Guid id) => $"/filings/{id}/rating";

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

    /// <summary>The mails about all filings of the account.</summary>
    public const string Messages = "/messages";

    public static string FilingAttachments(Guid id) => $"/filings/{id}/attachments";

    public static string FilingAttachment(Guid id, Guid attachment) => $"/filings/{id}/attachments/{attachment}";
}
