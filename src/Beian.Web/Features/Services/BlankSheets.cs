using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;

namespace Beian.Web.Features.Services;

/// <summary>A blank sheet: the form without answers.</summary>
public static class BlankSheets
{
    public static SheetData Of(Pack pack, Language language) =>
        new(pack.Service.Title, pack.Form, AnswerSet.Empty, SheetCopy.Blank, language);
}
