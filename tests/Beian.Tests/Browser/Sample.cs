namespace Beian.Tests.Browser;

/// <summary>An enterprise that does not exist. Its code has right check characters.</summary>
internal sealed record Sample(string Name, string Uscc)
{
    public const string Password = "Chang-cheng-2026";

    private const string Set = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public string UserName { get; } = "walker_" + Random.Shared.Next(100_000, 999_999);

    /// <summary>An enterprise nobody else uses.</summary>
    /// <param name="trade">What it does, for its name.</param>
    public static Sample New(string trade)
    {
        var body = "MA" + string.Concat(Enumerable.Range(0, 6).Select(_ => Set[Random.Shared.Next(Set.Length)]));
        const string letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var rest = 11 - body.Select((c, i) => letters.IndexOf(c, StringComparison.Ordinal) * weights[i]).Sum() % 11;
        var code =
            "91440106"
            + body
            + (
                rest == 10 ? "X"
                : rest == 11 ? "0"
                : $"{rest}"
            );
        var power = 1;
        var sum = 0;
        foreach (var c in code)
        {
            sum += Set.IndexOf(c, StringComparison.Ordinal) * power;
            power = power * 3 % 31;
        }
        return new Sample($"广州行路{body[2..]}{trade}有限公司", code + Set[(31 - sum % 31) % 31]);
    }

    /// <summary>A small picture to upload.</summary>
    public static string WriteFile(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(
            path,
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        );
        return path;
    }
}
