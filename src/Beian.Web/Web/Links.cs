namespace Beian.Web.Web;

/// <summary>The addresses of the pages, one member each. The address of a page is the place of its file.</summary>
public static class Links
{
    public const string Office = "/office";

    public const string OfficeQueue = "/office/queue";

    public static string OfficeFiling(Guid id) => $"/office/filings/{id}";

    /// <param name="act">approval, return, rejection, transfer, reveal.</param>
    public static string OfficeAct(Guid id, string act) => $"/office/filings/{id}/{act}";

    public static string OfficeAttachment(Guid filing, Guid attachment) => $"/office/filings/{filing}/attachments/{attachment}";

    public static string Service(string service) => $"/services/{service}";

    public static string Start(string service) => $"/services/{service}/start";

    public static string SignIn(string returnUrl) => $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string Workbench => "/workbench";

    public static string Filings => "/filings";

    public static string NewFiling(string service, string authority, string route) =>
        $"/filings/new?service={Uri.EscapeDataString(service)}&authority={Uri.EscapeDataString(authority)}&route={Uri.EscapeDataString(route)}";

    public static string Filing(Guid id) => $"/filings/{id}";

    public static string FilingForm(Guid id) => $"/filings/{id}/form";

    public static string FilingSaved(Guid id) => $"/filings/{id}/saved";

    public static string FilingSubmission(Guid id) => $"/filings/{id}/submission";

    public static string FilingAuthority(Guid id) => $"/filings/{id}/authority";

    public static string FilingWithdrawal(Guid id) => $"/filings/{id}/withdrawal";

    public static string FilingAttachments(Guid id) => $"/filings/{id}/attachments";

    public static string FilingAttachment(Guid id, Guid attachment) => $"/filings/{id}/attachments/{attachment}";
}
