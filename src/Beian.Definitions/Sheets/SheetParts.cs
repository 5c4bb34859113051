using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Sheets;

/// <summary>The parts of an answer (<c>regCapital.amount</c>, <c>legalRepId.type</c>) as a sheet prints them alone.</summary>
internal static class SheetParts
{
    /// <summary>A part as people read it.</summary>
    public static string Format(Field field, string control, AnswerSet answers, bool plain, Language language)
    {
        var text = answers[control] ?? "";
        if (plain || text.Length == 0)
            return text;
        return field switch
        {
            MoneyField money when control == money.Currency => Currencies.Find(text)?.Name.In(language) ?? text,
            MoneyField => NumberText.TryRead(text, out var number) ? NumberText.Format(number, 2) : text,
            IdDocumentField document when control == document.Kind => IdDocument.Of(text)?.Name.In(language) ?? text,
            _ => text,
        };
    }

    /// <summary>Whether a part says only of what kind the answer is, which hides nobody.</summary>
    public static bool IsKind(Field field, string control) => field is IdDocumentField document && control == document.Kind;
}
