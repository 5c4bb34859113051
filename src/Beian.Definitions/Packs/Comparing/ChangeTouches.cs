using Beian.Definitions.Packs.Compiling;

namespace Beian.Definitions.Packs.Comparing;

/// <summary>Which filings are concerned when a thing changes, comes or goes.</summary>
internal static class ChangeTouches
{
    private static readonly ChangeTouch _everybody = new();
    private static readonly ChangeTouch _nobody = new(Nobody: true);

    /// <summary>The filings a change of a thing is about.</summary>
    public static ChangeTouch Of(Thing thing, IReadOnlyDictionary<string, Thing> all, bool isNew) =>
        thing.Parts switch
        {
            [FormCompiler.File, "fields", var field, "choices", var choice] => isNew ? _nobody : new(Fields: [field], Answer: choice),
            [FormCompiler.File, "fields", var field, ..] => isNew && thing.Parts.Count == 3 ? _everybody : new(Fields: [field]),
            [FormCompiler.File, "sections", var section] => isNew ? _everybody : new(Fields: FieldsOf(section, all)),
            [FormCompiler.File, "rules", _] => new(Fields: [ControlOf(thing)]),
            [ServiceCompiler.File, "attachments", var attachment] => isNew ? _everybody : new(Attachment: attachment),
            [ServiceCompiler.File, "routes", var route] => isNew ? _nobody : new(Route: route),
            [var file, ..] when file.StartsWith(LawsCompiler.Folder, StringComparison.Ordinal) => _nobody,
            [var file, ..] when file.StartsWith(MigrationsCompiler.Folder, StringComparison.Ordinal) => _nobody,
            _ => _everybody,
        };

    private static string ControlOf(Thing rule) => FormOrder.CodeOf(rule.Facts.GetValueOrDefault("control").Text ?? "");

    private static IReadOnlyList<string> FieldsOf(string section, IReadOnlyDictionary<string, Thing> all) =>
        [
            .. all
                .Values.Where(t => t.Parts is [FormCompiler.File, "fields", _] && t.Facts.GetValueOrDefault("section").Text == section)
                .Select(t => t.Code),
        ];
}
