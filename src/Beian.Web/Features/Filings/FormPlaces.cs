namespace Beian.Web.Features.Filings;

/// <summary>Where a form stands, and where one goes from it.</summary>
/// <param name="Form">Its own address, which it is sent to.</param>
/// <param name="Submission">Where a 上报 leads.</param>
/// <param name="Back">The step before it (上一步); null where it is no step of a way: then the buttons are 保存 and 上报.</param>
public sealed record FormPlaces(string Form, string Submission, string? Back = null);
