using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>Where a profile stands, for the one who waits for it: who must act next, since when and by when.</summary>
/// <param name="Profile">The profile's pack.</param>
/// <param name="Authority">The authority of what is open; null where nothing is.</param>
/// <param name="Urge">The button 催办, where the authority must act.</param>
/// <param name="FillIn">Where a profile that was never sent is filled in.</param>
public sealed record ProfileGate(Pack Profile, ProfileStanding Standing, Authority? Authority, UrgeView? Urge, string FillIn)
{
    /// <summary>Whether it is the enterprise's turn.</summary>
    public bool IsYours => Standing.Open is not { State: FilingState.Submitted };

    /// <summary>Whose turn it is and since when.</summary>
    public LocalizedText Text =>
        Standing.Open switch
        {
            { State: FilingState.Submitted, SubmittedAt: { } at } open => new(
                $"等待{Authority!.Name}确认，自 {ChinaTime.At(at):yyyy-MM-dd HH:mm} 起，应于 {open.DueOn:yyyy-MM-dd} 前办结。",
                $"{Authority.Name} must confirm it, since {ChinaTime.At(at):yyyy-MM-dd HH:mm}; due by {open.DueOn:yyyy-MM-dd}."
            ),
            { State: FilingState.Returned, UpdatedAt: var at } => new(
                $"{Authority!.Name}已于 {ChinaTime.At(at):yyyy-MM-dd HH:mm} 退回，请按意见修改后重新提交。",
                $"{Authority.Name} returned it on {ChinaTime.At(at):yyyy-MM-dd HH:mm}; please correct it and send it again."
            ),
            { State: FilingState.Draft, UpdatedAt: var at } when Standing.Confirmed is null => new(
                $"用户信息还没有提交（{ChinaTime.At(at):yyyy-MM-dd HH:mm} 保存），请填写完整后提交。",
                $"The profile was not sent yet (saved {ChinaTime.At(at):yyyy-MM-dd HH:mm}); please complete and send it."
            ),
            { State: FilingState.Draft } => new(
                "用户信息已经确认；您开始的修改还没有提交，不提交不生效。",
                "The profile is confirmed; the change you began was not sent and has no effect."
            ),
            _ when Standing.Confirmed is not null => new(
                "用户信息已经属地商务主管部门确认。",
                "The profile was confirmed by the authority."
            ),
            _ => new("还没有填写用户信息。", "There is no profile yet."),
        };

    /// <summary>Where a confirmed profile is changed; null while something is open.</summary>
    public string? Change =>
        Standing is { Open: null, Confirmed.FilingId: { } filing } && Profile.Lifecycle.Change is not null
            ? Web.Links.FilingChange(filing)
            : null;

    /// <summary>Where the enterprise goes on; null where it only waits.</summary>
    public string? Next =>
        Standing.Open switch
        {
            { State: FilingState.Submitted } => null,
            { Kind: var kind } when kind == Profile.Lifecycle.Kinds[0].Code => FillIn,
            { Id: var id } => Web.Links.FilingForm(id),
            _ when Standing.Confirmed is null => FillIn,
            _ => null,
        };
}
