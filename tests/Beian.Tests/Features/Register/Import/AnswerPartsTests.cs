using System.Text;
using Beian.Definitions.Answers;
using Beian.Web.Features.Register.Import;
using Xunit;

namespace Beian.Tests.Features.Register.Import;

public sealed class AnswerPartsTests
{
    [Fact]
    public void Json_AnyPartOfAnySet_IsWhatTheSetWithoutTheOthersSays()
    {
        using var parts = new AnswerParts();
        var names = new[] { "code", "name", "name.en", "phone" };
        for (var set = 0; set < 16; set++)
        {
            var answers = AnswerSet.From(
                names.Where((_, i) => (set >> i & 1) == 1).Select(n => KeyValuePair.Create(n, $"“{n}”, \"示例\"\n\u0001"))
            );
            parts.Read(answers);
            Assert.Equal(answers.ToJson(), Encoding.UTF8.GetString(parts.Json()));
            for (var part = 0; part < 16; part++)
            {
                bool IsKept(string name) => (part >> Array.IndexOf(names, name) & 1) == 1;
                Assert.Equal(answers.Without(n => !IsKept(n)).ToJson(), Encoding.UTF8.GetString(parts.Json(IsKept)));
            }
        }
    }
}
