using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;

namespace Beian.Web.Features.Office.Entries;

/// <summary>What the pages of an entry work with.</summary>
public sealed record EntryRoom(AppDb Db, Desk Desk, Catalogue.Catalogue Catalogue, AuthorityTree Authorities, Texts Texts);
