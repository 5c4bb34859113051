using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Beian.Web.Features.Filings;
using Xunit;

namespace Beian.Tests.Features.Filings;

public sealed class SubjectTests
{
    private static readonly Pack _pack = PackReader.Read(Path.Combine(Repository.Packs, "commercial-franchise")).Pack!;

    /// <summary>A draft keeps whatever is typed; half a character is no text, and whatever compares it would fail.</summary>
    [Fact]
    public void Of_TextThatEndsWithinACharacter_EndsBeforeIt()
    {
        var typed = new string('字', 199) + "𠮷";
        var answers = AnswerSet.Empty.With(_pack.Service.NameField, typed).With(_pack.Service.EntryPer!, typed);

        var subject = Subject.Of(_pack, answers, null);

        Assert.Equal((typed[..199], typed[..199]), (subject.Name, subject.Part));
    }
}
