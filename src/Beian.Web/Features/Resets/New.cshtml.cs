using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Shared;
using Beian.Web.Features.Shared.Fields;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Resets;

/// <summary>
/// 申请重置密码: who, which authority, scans of documents. The answer is a ticket number, whether there is such an account or not.
/// </summary>
[AllowAnonymous, ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class NewModel(
    AppDb db,
    AuthorityTree authorities,
    Vault vault,
    PaperForms forms,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    /// <summary>What was sent, in an attempt with something wrong.</summary>
    public PaperForm? Form { get; private set; }

    public AccountKind Kind { get; private set; }

    /// <summary>Every authority by its province.</summary>
    public IReadOnlyList<OfficeGroup> Offices =>
        [
            .. authorities
                .All.Where(a => a.Level > 0)
                .GroupBy(authorities.ProvinceOf)
                .Select(g => new OfficeGroup(g.Key, [.. g.Select(a => KeyValuePair.Create(a.Id, a.Name))])),
        ];

    public string Typed(string control) => Form?[control] ?? "";

    public IActionResult OnGet(string? kind)
    {
        Kind = kind == "officer" ? AccountKind.Officer : AccountKind.Enterprise;
        return Ask();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await forms.ReadAsync(HttpContext, stop) is not { } form)
            return BadRequest();
        Form = form;
        Kind = form["kind"] == "officer" ? AccountKind.Officer : AccountKind.Enterprise;
        (Captcha, CaptchaToken) = (form["Captcha"], form["CaptchaToken"]);
        Another = form.Fields.ContainsKey("Another") ? form["Another"] : null;
        if (Another is not null)
            return Ask();
        List<ErrorLine> errors = [.. Check(form), .. form.Problems];
        if (errors.Count == 0 && await CheckCaptchaAsync(stop) is { } wrong)
            errors.Add(wrong);
        if (errors.Count > 0)
            return Ask(errors);
        var process = new Process("AskingForReset", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        var authority = authorities[form["authority"]];
        var content = new ResetContent(form["userName"], form["subject"], form["person"], form["phone"], form["email"], form["note"]);
        var request = new ResetRequest(Kind, authority, authorities.ResetterOf(Kind, authority.Id)!, content, vault, process);
        db.Add(request);
        db.AddRange(form.Files.Select(f => new IdentityPaper(f, null, request.Id, process)));
        await db.SaveAsync(process, stop);
        return Redirect(Links.Reset(request.Ticket));
    }

    private IEnumerable<ErrorLine> Check(PaperForm form)
    {
        if (authorities.Find(form["authority"]) is not { Level: > 0 })
            yield return Line("authority", new("请选择所属机关", "Please choose the authority"));
        if (form["userName"].Length > 0 && !IsTyped(form["userName"], 100))
            yield return Line("userName", new("账户名称不正确", "This cannot be a user name"));
        if (!IsTyped(form["subject"], 200))
            yield return Line(
                "subject",
                Kind == AccountKind.Officer
                    ? new("请填写用户姓名", "Please fill in the officer's name")
                    : new("请填写企业名称和统一社会信用代码", "Please fill in the enterprise's name and code")
            );
        if (!IsTyped(form["person"], 50))
            yield return Line("person", new("请填写经办人姓名", "Please fill in your name"));
        if (form["phone"].Length > 40 || Definitions.Codes.Phone.Check(Definitions.Codes.Phone.Normalise(form["phone"])) is not null)
            yield return Line(
                "phone",
                new("请填写能联系到您的电话，例如 020-81234567", "Please fill in a phone number such as 020-81234567")
            );
        if (form["email"].Length > 0 && AccountBlock.EmailProblem(form["email"]) is { } problem)
            yield return Line("email", problem.Message);
        if (form["note"].Length > 500)
            yield return Line("note", new("说明最多 500 个字", "At most 500 characters"));
        if (form.Files.Count == 0)
            yield return Line(PaperForm.Control, new("请上传证明身份的材料", "Please upload documents that say who you are"));
    }
}
