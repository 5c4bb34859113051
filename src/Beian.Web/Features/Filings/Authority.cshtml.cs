using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Filings;

/// <summary>Another authority or way of filing, until the approval (manual, step four). While it is 上报 this sends it there at once.</summary>
public sealed class AuthorityModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    Redirecting redirecting,
    Texts texts
) : FilingPage(db, filer, catalogue, authorities)
{
    private readonly AuthorityTree _authorities = authorities;

    public AuthorityPicker Picker { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? q, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (IsSettledByPlace)
            return Redirect(Links.FilingForm(id));
        Picker = Offer(q, Filing.AuthorityId);
        return Filing.IsEditable && Filer.MayFile ? Page() : Redirect(Links.Filing(id));
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? authority, string? route, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        if (IsSettledByPlace)
            return Redirect(Links.FilingForm(id));
        Picker = Offer(null, authority ?? Filing.AuthorityId);
        var office = _authorities.AcceptingFor(Pack.Service).FirstOrDefault(a => a.Id == authority);
        var way = Pack.Service.Routes.FirstOrDefault(r => r.Code == route);
        if (office is null || way is null)
            return Refuse(new("请选择备案登记机关和方式", "Please choose the authority and the way of filing"));
        if (!_authorities.AcceptingOn(Pack.Service, way).Contains(office))
            return Refuse(AuthorityPicker.NotOnRoute);
        if (!await redirecting.RedirectAsync(Filing, Pack, office, way.Code, stop))
            return Refuse(
                new(
                    "更换后还有必填内容没有填写，而这份备案已经上报，所以没有更换。请先在表中补齐，或先联系机关退回。",
                    "After this change something required would be missing, and the filing is submitted already; so nothing was changed. Please complete the form first, or ask the authority to return it."
                )
            );
        return Redirect(Filing.State == FilingState.Submitted ? Links.FilingSubmission(id) : Links.FilingForm(id));
    }

    private PageResult Refuse(LocalizedText problem) => AskAgain(new ErrorLine(null, texts[problem]));

    /// <summary>Where the region that is filled in decides, nobody chooses.</summary>
    private bool IsSettledByPlace => Pack.Service.ReviewedBy is not null;

    private AuthorityPicker Offer(string? query, string chosen) =>
        Filing.EntryId is null
            ? AuthorityPicker.Search(_authorities, Pack.Service, query, chosen)
            : AuthorityPicker.Only(_authorities, Authority);
}
