namespace Beian.Definitions.Packs.Describing;

internal static partial class KeyTexts
{
    /// <summary>form.yaml and its fields.</summary>
    private static Dictionary<string, LocalizedText> OfForm() =>
        new()
        {
            ["form.yaml"] = new("填什么：部分、字段、规则。", "What is filled in: sections, fields, rules."),
            ["form.yaml/sections"] = new("表单的部分，按顺序。", "The groups of fields, in order."),
            ["form.yaml/sections/code"] = new("代码。", "Its code."),
            ["form.yaml/sections/title"] = new("标题。", "Its heading."),
            ["form.yaml/sections/relevant"] = new("什么时候出现；不写为总是。", "When it applies; without it, always."),
            ["form.yaml/sections/fields"] = new("字段，见“字段”。", "Its fields; see “Fields”."),
            ["form.yaml/rules"] = new("跨字段的规则。", "Rules across fields."),
            ["form.yaml/rules/code"] = new("代码，问题和用例用它。", "Its code, which problems and cases name."),
            ["form.yaml/rules/level"] = new("hard：不改不能上报；soft：只提醒。", "hard stops a submission; soft only reminds."),
            ["form.yaml/rules/control"] = new("问题显示在哪个控件旁。", "The control its problem stands beside."),
            ["form.yaml/rules/check"] = new("应当成立的条件。", "What must hold."),
            ["form.yaml/rules/missing"] = new(
                "缺值时：skip 不判断，zero 当作 0，fail 算不成立。",
                "Where a value is missing: skip says nothing, zero reads it as 0, fail fails."
            ),
            ["form.yaml/rules/message"] = new("不成立时说什么。", "What to say when it does not hold."),
            ["field"] = new("字段。", "A field."),
            ["field/code"] = new("代码，也是控件名。", "Its code, which is its control's name too."),
            ["field/type"] = new("字段类型。", "Its type."),
            ["field/label"] = new("问题。", "The question."),
            ["field/hint"] = new("怎么填。", "How to answer it."),
            ["field/faq"] = new("常见问题，放在字段旁的“？”后面。", "What people ask about it, behind a “?” beside it."),
            ["field/faq/code"] = new("代码。", "Its code."),
            ["field/faq/question"] = new("问题。", "What they ask."),
            ["field/faq/answer"] = new("回答。", "What is answered."),
            ["field/placeholder"] = new("空着的输入框里显示的示例。", "An example that stands in the empty control."),
            ["field/required"] = new("什么时候必填；必填写 \"true\"。", "When it must be answered; \"true\" for always."),
            ["field/relevant"] = new("什么时候出现；不写为随所在部分。", "When it applies; without it, whenever its section does."),
            ["field/constraint"] = new("答案还应满足的条件。", "What the answer must fulfil besides its type."),
            ["field/constraint-message"] = new(
                "不满足时说什么；有 constraint 就要写。",
                "What to say when it does not; needed with a constraint."
            ),
            ["field/calculate"] = new("算出来的值。", "Its value, where it is calculated."),
            ["field/default"] = new("没有填时的值。", "Its value, where it is left blank."),
            ["field/filled-by"] = new(
                "谁填：企业、机关（审核时）、系统。",
                "Who fills it in: the enterprise, the authority (at approval), the system."
            ),
            ["field/personal"] = new(
                "是否个人信息：加密保存，显示时遮盖，不公开。",
                "Whether it is personal: encrypted, masked where shown, never public."
            ),
            ["field/issue"] = new(
                "审核通过时由系统编号；只用于 filled-by: system。",
                "A number drawn at approval; only with filled-by: system."
            ),
            ["field/issue/prefix"] = new("号码开头的文字。", "What it begins with."),
            ["field/issue/digits"] = new("后面几位数字，默认 8。", "How many digits follow; 8 unless told."),
            ["field/choices"] = new("选项，至少两项。", "The answers offered, two at least."),
            ["field/choices/code"] = new("代码，答案存的就是它。", "Its code, which is what an answer keeps."),
            ["field/choices/choices"] = new("下一级（industry）。", "Those below it (industry)."),
            ["field/choices/label"] = new("名称。", "Its name."),
            ["field/fields"] = new("表格的列，也是字段。", "The columns of a table, fields like the others."),
            ["field/max"] = new("最多几个字；数字和日期为最大值。", "How many characters at most; of numbers and days the greatest."),
            ["field/min"] = new("最小值。", "The least."),
            ["field/charset"] = new(
                "ascii：只用英文半角字符，全角自动转换；digits：只用数字。",
                "ascii: half-width English characters only; full-width ones are converted; digits: digits only."
            ),
            ["field/places"] = new("小数位数，默认 2。", "Decimal places; 2 unless told."),
            ["field/not-after-today"] = new("不能晚于今天。", "Not after today."),
            ["field/level"] = new(
                "region：选到哪一级，1 省，2 市，3 区县；industry：deepest 选到最细一级，any 任一级。",
                "region: down to which level, 1 province, 2 prefecture, 3 district; industry: deepest or any level."
            ),
            ["field/check-character"] = new(
                "校验位不对时：hard 不能上报，soft 只提醒。",
                "A wrong check character: hard stops a submission, soft only reminds."
            ),
            ["field/max-files"] = new("最多几个文件，默认 1。", "How many files at most; 1 unless told."),
            ["field/unit"] = new("单位。", "The unit."),
            ["field/rows"] = new("指标表的行（指标）。", "The rows of a grid, its indicators."),
            ["field/columns"] = new("指标表的列。", "The columns of a grid."),
            ["field/rows/code"] = new("代码。", "Its code."),
            ["field/rows/label"] = new("名称。", "Its name."),
            ["field/rows/type"] = new("数字的种类，默认 decimal。", "What kind of number; decimal unless told."),
            ["field/rows/required"] = new("什么时候必填。", "When it must be filled in."),
            ["field/rows/calculate"] = new("由其他行算出。", "Calculated from the other rows."),
            ["field/rows/constraint"] = new("还应满足的条件。", "What it must fulfil."),
            ["field/rows/constraint-message"] = new(
                "不满足时说什么；有 constraint 就要写。",
                "What to say when it does not; needed with a constraint."
            ),
            ["field/columns/code"] = new("代码。", "Its code."),
            ["field/columns/label"] = new("名称。", "Its name."),
            ["field/columns/type"] = new("数字的种类，默认 decimal。", "What kind of number; decimal unless told."),
            ["field/columns/required"] = new("什么时候必填。", "When it must be filled in."),
            ["field/columns/calculate"] = new("由其他列算出。", "Calculated from the other columns."),
            ["field/columns/constraint"] = new("还应满足的条件。", "What it must fulfil."),
            ["field/columns/constraint-message"] = new(
                "不满足时说什么；有 constraint 就要写。",
                "What to say when it does not; needed with a constraint."
            ),
            ["field/rows/relevant"] = new("什么时候出现。", "When it applies."),
            ["field/rows/unit"] = new("单位。", "Its unit."),
            ["field/rows/indent"] = new("缩进几级，0 到 3。", "How far it is indented, 0 to 3."),
            ["field/min-rows"] = new("至少几行。", "Rows at least."),
            ["field/max-rows"] = new("最多几行，默认 100。", "Rows at most; 100 unless told."),
            ["field/kind"] = new("算出来的是什么。", "What kind of value comes out."),
        };
}
