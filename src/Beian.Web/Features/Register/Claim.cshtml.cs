using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Register.Claims;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>认领 / 申请开通用户: the enterprise of an entry from the former system asks its authority for an account, or for the entry to be its own.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class ClaimModel(
    Catalogue.Catalogue catalogue,
    AppDb db,
    AuthorityTree authorities,
    Vault vault,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    /// <summary>Nobody honest asks more often.</summary>
    private const int MostWaiting = 5;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public Pack Pack { get; private set; } = null!;

    public RegisterEntry Entry { get; private set; } = null!;

    public Authority Authority { get; private set; } = null!;

    /// <summary>Whether the entry has a user already; whose, nobody is told.</summary>
    public bool IsHeld { get; private set; }

    public bool IsAsked { get; private set; }

    public bool IsSignedIn => visitor.Kind == AccountKind.Enterprise;

    /// <summary>Why nobody can ask, or why somebody who is signed in cannot; null: nothing hinders it.</summary>
    public LocalizedText? Hindrance =>
        Entry.State != EntryState.Valid ? Ended
        : !IsSignedIn ? null
        : visitor.Standing switch
        {
            { MayAdminister: true } => null,
            { Mandate: not null } => ByMandate,
            _ => ForAdministrators,
        };

    public async Task<IActionResult> OnGetAsync(string service, string entry, CancellationToken stop) =>
        await FindAsync(service, entry, stop) ? Ask() : NotFound();

    public async Task<IActionResult> OnPostAsync(string service, string entry, CancellationToken stop)
    {
        if (!await FindAsync(service, entry, stop))
            return NotFound();
        if (Another is not null)
            return Ask();
        if (IsHeld)
            throw new Refused(Held);
        if (Hindrance is { } hindrance)
            throw new Refused(hindrance);
        List<ErrorLine> errors = [.. Check()];
        if (errors.Count == 0 && await CheckCaptchaAsync(stop) is { } wrong)
            errors.Add(wrong);
        if (errors.Count > 0)
            return Ask(errors);
        // Asked often enough: the office has it already, and the answer is the same.
        if (await db.ClaimRequests.CountAsync(r => r.EntryId == Entry.PublicId && r.State == ClaimRequestState.Waiting, stop) < MostWaiting)
        {
            var process = new Process("ClaimingEntry", visitor.Actor, clock.GetUtcNow().UtcDateTime);
            var contact = new ClaimContact(Name!.Trim(), Phone!.Trim(), (Email ?? "").Trim(), (Note ?? "").Trim());
            db.Add(new ClaimRequest(Entry, IsSignedIn ? visitor.Standing?.EnterpriseId : null, contact, vault, process));
            await db.SaveAsync(process, stop);
        }
        IsAsked = true;
        return Page();
    }

    /// <summary>What is said of an entry that has a user. It reveals nothing of whose.</summary>
    public static LocalizedText Held { get; } =
        new(
            "这项登记已有用户，不能再次认领。如属本企业，请登录应用；忘记账户名称或密码的，请按登录页的提示找回，或联系备案登记机关。",
            "This entry has a user already and cannot be claimed again. If it is your enterprise, please sign in; if you have forgotten user name or password, see the sign-in page or contact the filing authority."
        );

    private static LocalizedText Ended { get; } =
        new("这项登记已不再有效，不能认领。", "This entry no longer holds and cannot be claimed.");

    private static LocalizedText ByMandate { get; } =
        new("您正在代其他企业办理，请先返回本企业。", "You act for another enterprise; please go back to your own first.");

    private static LocalizedText ForAdministrators { get; } =
        new(
            "认领要由本企业的管理员办理。您的账号不是管理员，请联系管理员，或退出登录后再申请。",
            "Only an administrator of your enterprise can claim entries, and you are not one. Please ask an administrator, or sign out and apply again."
        );

    private IEnumerable<ErrorLine> Check()
    {
        if (Name is not { Length: > 0 and <= 50 } || string.IsNullOrWhiteSpace(Name))
            yield return Line(nameof(Name), new("请填写经办人姓名", "Please fill in your name"));
        if (Phone is null || Phone.Length > 40 || Definitions.Codes.Phone.Check(Definitions.Codes.Phone.Normalise(Phone)) is not null)
            yield return Line(
                nameof(Phone),
                new("请填写能联系到您的电话，例如 020-81234567", "Please fill in a phone number such as 020-81234567")
            );
        if (Email?.Trim() is { Length: > 0 } email && AccountBlock.EmailProblem(email) is { } problem)
            yield return Line(nameof(Email), problem.Message);
        if (Note is { Length: > 500 })
            yield return Line(nameof(Note), new("说明最多 500 个字", "At most 500 characters"));
    }

    private async Task<bool> FindAsync(string service, string number, CancellationToken stop)
    {
        if (
            catalogue.FindPublic(service) is not { } pack
            // Tracked, so that the event of a request is noted at its authority.
            || await db.RegisterEntries.SingleOrDefaultAsync(e => e.Service == service && e.Number == number, stop) is not { } found
        )
            return false;
        (Pack, Entry, Authority) = (pack, found, authorities[found.AuthorityId]);
        IsHeld = found.State == EntryState.Valid && !await db.EntriesWithoutHolder().AnyAsync(e => e.Id == found.Id, stop);
        return true;
    }
}
