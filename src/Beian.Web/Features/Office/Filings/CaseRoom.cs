using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Office.Filings;

/// <summary>What the pages of a case work with.</summary>
public sealed record CaseRoom(AppDb Db, Desk Desk, Cases Cases, AuthorityTree Authorities, WorkingDays Calendar, Texts Texts);
