using System.Text;
using Beian.Web.Data;
using Xunit;

namespace Beian.Tests.Data;

public sealed class SubjectSealerTests
{
    [Fact]
    public void Seal_ManySubjects_TheVaultOpensEachWithItsOwnKey()
    {
        var vault = new Vault(new byte[32]);
        using var subjects = vault.NewSubjects();
        var texts = Enumerable.Range(0, 150).Select(i => new string('身', i * 10) + i).ToList();
        var stored = texts.ConvertAll(t =>
        {
            var (key, text) = subjects.Seal(Encoding.UTF8.GetBytes(t));
            return (Key: Encoding.ASCII.GetString(key.Span), Text: Encoding.ASCII.GetString(text.Span));
        });
        Assert.Equal(texts, stored.Select(s => vault.Open(s.Key, s.Text)));
        Assert.Equal(texts.Count, stored.Select(s => s.Key).Distinct().Count());
        // The nonce is never that of another text.
        Assert.Equal(texts.Count, stored.Select(s => Convert.ToHexString(Convert.FromBase64String(s.Text)[..12])).Distinct().Count());
        Assert.ThrowsAny<Exception>(() => vault.Open(stored[0].Key, stored[1].Text));
    }
}
