using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Reads what a service takes from the account's profile (service.yaml, <c>profile</c>).</summary>
internal static class ProfileReader
{
    /// <summary>What is read; null where the service reads nothing.</summary>
    public static ProfileUse? Read(MapReader root)
    {
        if (root.Map("profile") is not { } map)
            return null;
        var service = map.Code("service");
        var fields = new List<CalculatedField>();
        foreach (var field in map.Maps("reads"))
        {
            var code = field.Code();
            if (fields.Exists(f => f.Code == code.Text))
                field.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
            fields.Add(
                new()
                {
                    Code = code.Text,
                    Label = field.RequiredText("label", $"service.profile.reads.{code.Text}"),
                    Kind = field.Word("kind", ValueKind.Text, CalculatedField.Kinds),
                }
            );
            field.Finish();
        }
        var use = new ProfileUse(service.Text, map.Boolean("confirmed"), fields);
        map.Finish();
        return use;
    }
}
