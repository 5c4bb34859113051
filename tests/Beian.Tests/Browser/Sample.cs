namespace Beian.Tests.Browser;

/// <summary>An enterprise that does not exist, as it fills in the form. The code has right check characters.</summary>
internal sealed record Sample(string Name, string Uscc)
{
    public const string Password = "Chang-cheng-2026";

    private const string Set = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public string UserName { get; } = "walker_" + Random.Shared.Next(100_000, 999_999);

    /// <summary>Control name → value, as typed on route uscc by an enterprise.</summary>
    public IReadOnlyList<(string Control, string Value)> Answers =>
        [
            ("nameZh", Name),
            ("nameEn", "Walker Trading Co., Ltd."),
            ("uscc", Uscc),
            ("domicile", "广东省广州市天河区演示路1号"),
            ("premisesZh", "广东省广州市天河区演示路1号801室"),
            ("premisesEn", "Room 801, No. 1 Yanshi Road, Tianhe District, Guangzhou"),
            ("phone", "020-60000000"),
            ("fax", "020-60000001"),
            ("zip", "510000"),
            ("email", "walker@example.test"),
            ("regDate", "2020-01-06"),
        ];

    /// <summary>What applies to an enterprise only.</summary>
    public static IReadOnlyList<(string Control, string Value)> EnterpriseAnswers { get; } =
    [
        ("legalRepName", "王小明"),
        ("legalRepId.type", "identity-card"),
        ("legalRepId.number", "11010519491231002X"),
        ("regCapital.amount", "1000000"),
        ("regCapital.currency", "CNY"),
        ("regCapital.usd", "140000"),
    ];

    /// <summary>An enterprise nobody else uses.</summary>
    public static Sample New()
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
        return new Sample($"广州行路{body[2..]}贸易有限公司", code + Set[(31 - sum % 31) % 31]);
    }

    /// <summary>A small picture to upload as the licence.</summary>
    public static string WriteLicence(string folder)
    {
        var path = Path.Combine(folder, "营业执照.png");
        File.WriteAllBytes(
            path,
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
        );
        return path;
    }
}
