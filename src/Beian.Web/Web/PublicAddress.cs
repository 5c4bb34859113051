namespace Beian.Web.Web;

/// <summary>Addresses of the site as people outside reach them, for links in mails.</summary>
public sealed class PublicAddress(Settings settings, IHttpContextAccessor http)
{
    /// <param name="path">A path of the site, from its slash on.</param>
    public string Of(string path)
    {
        if (settings.PublicUrl.Length > 0)
            return settings.PublicUrl.TrimEnd('/') + path;
        var request =
            http.HttpContext?.Request ?? throw new InvalidOperationException("Without a request only PublicUrl tells the site's address.");
        return $"{request.Scheme}://{request.Host}{path}";
    }
}
