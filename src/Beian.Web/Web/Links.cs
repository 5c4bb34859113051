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
}
