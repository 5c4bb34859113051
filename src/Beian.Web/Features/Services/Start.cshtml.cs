using Beian.Definitions.Codes;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Services;

/// <summary>选择备案登记机关和备案登记方式, then the form.</summary>
[AllowAnonymous]
public sealed class StartModel(Catalogue.Catalogue catalogue, AuthorityTree authorities, CodeHasEntry hasEntry, AppDb db, Texts texts)
    : AskingPage
{
    public Pack Pack { get; private set; } = null!;

    public AuthorityPicker Picker { get; private set; } = null!;

    public Authority? Chosen { get; private set; }

    public string? Route { get; private set; }

    public string? Code { get; private set; }

    public bool EnteredAlready { get; private set; }

    public IActionResult OnGet(string service, string? q, string? authority, string? route)
    {
        if (catalogue.FindListed(service) is not { } pack)
            return NotFound();
        Show(pack, q, authority, route, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string service,
        string? q,
        string? authority,
        string? route,
        string? code,
        CancellationToken stop
    )
    {
        if (catalogue.FindListed(service) is not { Service.OpenForNew: true } pack)
            return NotFound();
        Show(pack, q, authority, route, code);
        List<ErrorLine> problems = [];
        if (Chosen is null && Pack.Service.ReviewedBy is null)
            problems.Add(new("authorities", texts["请选择备案登记机关", "Please choose the filing authority"]));
        if (Route is null)
            problems.Add(new("route", texts["请选择备案登记方式", "Please choose the way of filing"]));
        else if (
            Chosen is { } office
            && !authorities.AcceptingOn(pack.Service, pack.Service.Routes.First(r => r.Code == Route)).Contains(office)
        )
            problems.Add(new("authorities", texts[AuthorityPicker.NotOnRoute]));
        var normalised = Uscc.Normalise(code ?? "");
        if (normalised.Length > 0)
        {
            if (Uscc.Check(normalised) is { } fault)
                problems.Add(new("code", texts[fault.Message]));
            else
                EnteredAlready = await hasEntry(db, pack.Code, Subject.KeyOf(normalised), stop);
        }
        if (problems.Count == 0 && !EnteredAlready)
            return Redirect(Links.NewFiling(pack.Code, Chosen?.Id, Route!));
        return AskAgain(problems);
    }

    private void Show(Pack pack, string? q, string? authority, string? route, string? code)
    {
        Pack = pack;
        Chosen = authorities.AcceptingFor(pack.Service).FirstOrDefault(a => a.Id == authority);
        // Where there is one way only, it is chosen.
        Route = pack.Service.Routes is [var only] ? only.Code : pack.Service.Routes.FirstOrDefault(r => r.Code == route)?.Code;
        Code = code;
        Picker = AuthorityPicker.Search(authorities, pack.Service, q, Chosen?.Id);
    }
}
