using Beian.Web.Authorities;
using Beian.Web.Data;
using Microsoft.AspNetCore.Antiforgery;

namespace Beian.Web.Features.Filings;

/// <summary>What the form needs of the program.</summary>
public sealed record FormServices(
    AppDb Db,
    Vault Vault,
    Catalogue.Catalogue Catalogue,
    AuthorityTree Authorities,
    Filer Filer,
    Judge Judge,
    Territories Territories,
    Saving Saving,
    Stashes Stashes,
    DraftKeys Keys,
    DraftLimit Limit,
    FormReader Reader,
    IAntiforgery Antiforgery
);
