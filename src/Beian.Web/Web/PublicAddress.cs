using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Beian.Web.Web;

/// <summary>
/// How people reach the site, for links in mails: PublicUrl, or the address the program itself listens on. Never the request's Host
/// header, which its sender chooses: a link with a secret must not lead elsewhere.
/// </summary>
public sealed class PublicAddress(Settings settings, IServer server)
{
    /// <param name="path">A path of the site, from its slash on.</param>
    public string Of(string path) =>
        (settings.PublicUrl.Length > 0 ? settings.PublicUrl : server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).TrimEnd(
            '/'
        ) + path;
}
