using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>Judges settled answers: what is required, what is wrong, in the order of the form.</summary>
internal sealed class Judgement(Pack pack, AnswerScope scope, EvaluationContext context)
{
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];
    private readonly Explainer _explainer = new(pack, scope, context);

    /// <summary>Judges the fields that <paramref name="concerns"/> holds for, with the rules that stand beside them.</summary>
    public Evaluation Of(Func<Field, bool> concerns, bool attachments)
    {
        foreach (var field in pack.Form.Fields.Where(concerns).Where(IsRelevant))
        {
            switch (field)
            {
                case AttachmentField attachment when attachments:
                    JudgeAttachment(attachment.Definition);
                    break;
                case GridField grid:
                    JudgeGrid(grid);
                    break;
                default:
                    JudgeField(field, scope);
                    break;
            }
            if (field is TableField table)
                JudgeRows(table);
            JudgeRules(field);
        }
        if (attachments)
            foreach (var attachment in pack.Service.Attachments.Where(a => scope.Relevant.Contains(a.Code)))
                JudgeAttachment(attachment);
        return new(scope.Answers, scope.Relevant, _required, _problems);
    }

    private void JudgeField(Field field, IValueSource values)
    {
        var required = field.Required?.Evaluate(values).IsTrue == true;
        if (required)
            _required.Add(field.Code);
        if (field.IsBlank(scope.Answers))
        {
            if (required && field.Controls.Count > 0)
                _problems.Add(field.Missing());
            return;
        }
        var before = _problems.Count;
        _problems.AddRange(field.CheckAnswer(scope.Answers, context));
        var sound = _problems.Skip(before).All(p => p.Level == ProblemLevel.Soft);
        if (sound && field.Constraint is { } constraint && constraint.Evaluate(values) is { IsMissing: false, IsTrue: false })
            _problems.Add(new(field.Controls[0], "constraint", field.ConstraintMessage!));
    }

    private void JudgeRows(TableField table)
    {
        foreach (var row in table.Rows(scope.Answers))
        {
            var values = new RowScope(scope, table, row);
            foreach (var cell in table.RowFields(row).Where(IsRelevant))
                JudgeField(cell, values);
        }
    }

    private void JudgeGrid(GridField grid)
    {
        if (grid.Required?.Evaluate(scope).IsTrue == true)
        {
            _required.Add(grid.Code);
            if (grid.IsBlank(scope.Answers))
                _problems.Add(grid.Missing());
        }
        foreach (var row in grid.Rows.Where(r => scope.Relevant.Contains(grid.CodeOf(r))))
        {
            var required = row.Required?.Evaluate(scope).IsTrue == true;
            if (required)
                _required.Add(grid.CodeOf(row));
            foreach (var column in grid.Columns)
                JudgeCell(grid, row, column, required && column.Required?.Evaluate(scope) is null or { IsTrue: true });
        }
    }

    private void JudgeCell(GridField grid, GridLine row, GridLine column, bool required)
    {
        var cell = grid.Cell(row, column);
        if (cell.IsBlank(scope.Answers))
        {
            if (required && cell.Calculate is null)
                _problems.Add(cell.Missing());
            return;
        }
        var before = _problems.Count;
        _problems.AddRange(cell.CheckAnswer(scope.Answers, context));
        if (_problems.Count > before)
            return;
        var values = new GridScope(scope, grid, row, column);
        foreach (var line in new[] { row, column })
            if (line.Constraint?.Evaluate(values) is { IsMissing: false, IsTrue: false })
                _problems.Add(new(cell.Code, "constraint", line.ConstraintMessage!));
    }

    /// <summary>A rule is silent where its control already has a hard problem: one thing wrong is said once.</summary>
    private void JudgeRules(Field field)
    {
        var wrong = _problems.Where(p => p.Level == ProblemLevel.Hard).Select(p => p.Control).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in pack.Form.Rules.Where(r => pack.Form.FindPlace(r.Control)?.Code == field.Code && !wrong.Contains(r.Control)))
            if (!Holds(rule))
                _problems.Add(new(rule.Control, rule.Code, rule.Message, rule.Level) { Used = Compared(rule) });
    }

    /// <summary>The values of a rule across fields; one about its own field alone has its answer beside it already.</summary>
    private IReadOnlyList<Reason> Compared(RuleDefinition rule) =>
        rule.Check.Uses.All(u => u == rule.Control) ? [] : _explainer.Reasons(scope, rule.Check);

    private bool Holds(RuleDefinition rule)
    {
        var values = rule.Missing == MissingPolicy.Zero ? (IValueSource)new ZeroScope(scope, pack.Form) : scope;
        var result = rule.Check.Evaluate(values);
        return result.IsMissing ? rule.Missing != MissingPolicy.Fail : result.IsTrue;
    }

    private void JudgeAttachment(AttachmentDefinition attachment)
    {
        if (attachment.Required?.Evaluate(scope).IsTrue != true)
            return;
        _required.Add(attachment.Code);
        if (!context.Attachments.Contains(attachment.Code))
            _problems.Add(new(attachment.Code, "required", new($"请上传{attachment.Label.Zh}", $"Please upload: {attachment.Label.En}")));
    }

    private bool IsRelevant(Field field) => scope.Relevant.Contains(field.Code);
}
