using Beian.Definitions.Expressions;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Holds what a pack reads of a profile against the profile's own pack, which stands beside it in the folder of packs.</summary>
internal static class ProfileCheck
{
    /// <summary>A fault for each declared field that the profile does not have, or has with another kind of value.</summary>
    /// <param name="packs">The folder of all packs.</param>
    public static IEnumerable<Fault> Check(string packs, Pack pack)
    {
        if (pack.Service.Profile is not { } use || pack.Content.Files[ServiceCompiler.File] is not MapNode { } root)
            yield break;
        var map = (MapNode)root["profile"]!;
        var folder = Path.Combine(packs, use.Service);
        if (!Directory.Exists(folder) || PackReader.Read(folder).Pack is not { Service.IsProfile: true } profile)
        {
            yield return At(
                map["service"]!,
                new($"“{use.Service}”不是可用的用户信息（purpose: profile）。", $"“{use.Service}” is no sound profile (purpose: profile).")
            );
            yield break;
        }
        foreach (var (field, i) in use.Fields.Select((f, i) => (f, i)))
        {
            var at = ((MapNode)((ListNode)map["reads"]!).Items[i])["code"]!;
            if (profile.Form.Find(field.Code) is not { Controls: [_] } there)
                yield return At(at, Unknown(field.Code, profile));
            else if (there.Personal)
                yield return At(
                    at,
                    new($"“{field.Code}”是个人信息，不能引用。", $"“{field.Code}” is personal and cannot be read from elsewhere.")
                );
            else if (there.KindOf(there.Code) is var kind && kind != field.Kind)
                yield return At(
                    at,
                    new(
                        $"“{field.Code}”在用户信息中的 kind 是 {Word(kind)}。",
                        $"In the profile, “{field.Code}” has the kind {Word(kind)}."
                    )
                );
        }
    }

    private static LocalizedText Unknown(string code, Pack profile) =>
        Nearest.To(code, [.. profile.Form.Fields.Select(f => f.Code)]) is { } nearest
            ? new(
                $"用户信息 {profile.Code} 中没有“{code}”；是不是 {nearest} ？",
                $"The profile {profile.Code} has no “{code}”. Did you mean {nearest}?"
            )
            : new($"用户信息 {profile.Code} 中没有“{code}”。", $"The profile {profile.Code} has no “{code}”.");

    private static string Word(ValueKind kind) =>
        kind switch
        {
            ValueKind.Number => "number",
            ValueKind.Date => "date",
            ValueKind.Boolean => "yes-no",
            _ => "text",
        };

    private static Fault At(Nodes.Node at, LocalizedText message) => new(ServiceCompiler.File, at.Line, at.Column, message);
}
