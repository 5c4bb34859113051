namespace Beian.Definitions.Packs.Describing;

/// <summary>What each key means, for schema and documentation. A test holds them against what the compiler asks for.</summary>
internal static class KeyTexts
{
    // What all parts and cells of a sheet have in common is described once.
    private const string Cell = "sheets/*.yaml/cell/";

    private static readonly Dictionary<string, LocalizedText> _texts = new(StringComparer.Ordinal)
    {
        ["service.yaml"] = new(
            "服务是什么：名称、依据、谁可以办、附件。",
            "What the service is: its names, its legal basis, who may file, the attachments."
        ),
        ["service.yaml/code"] = new(
            "服务的代码，与文件夹同名，也是网址的一部分。",
            "The service's code: the folder's name and a part of its address."
        ),
        ["service.yaml/version"] = new(
            "版本，写作 1.0。只改文字加小版本，其他改动加主版本。",
            "The version, written 1.0. Other texts make a minor version, everything else a major one."
        ),
        ["service.yaml/title"] = new("名称。", "Its name."),
        ["service.yaml/tile-title"] = new("首页图标上的名称。", "Its name on the portal's tile."),
        ["service.yaml/summary"] = new("一句话介绍。", "One sentence about it."),
        ["service.yaml/open-for-new"] = new(
            "是否受理新备案；false 时只能查询和变更。",
            "Whether new filings are taken; false leaves queries and changes."
        ),
        ["service.yaml/account-by-filing"] = new("首次保存时是否可以同时建立账号。", "Whether the first save may make the account."),
        ["service.yaml/subject-codes"] = new(
            "识别企业的字段，按先后取第一个有答案的。",
            "The fields that identify the enterprise; the first with an answer counts."
        ),
        ["service.yaml/name-field"] = new("企业名称所在的字段。", "The field with the enterprise's name."),
        ["service.yaml/legal-bases"] = new("依据的法律、规章。", "The instruments it rests on."),
        ["service.yaml/legal-bases/code"] = new("代码。", "Its code."),
        ["service.yaml/legal-bases/instrument"] = new("名称和文号。", "Its name and number."),
        ["service.yaml/legal-bases/article"] = new("条款。", "The article."),
        ["service.yaml/legal-bases/effective-from"] = new("自这一天起有效。", "In force from this day."),
        ["service.yaml/legal-bases/effective-to"] = new("至这一天止；不写为仍有效。", "In force to this day; without it, still."),
        ["service.yaml/legal-bases/note"] = new("说明。", "A note."),
        ["service.yaml/entry-per"] = new(
            "一个企业可以有多个备案时，用哪个字段区分。",
            "The field that tells the entries of one enterprise apart, where it may have several."
        ),
        ["service.yaml/purpose"] = new(
            "filing：一项备案；profile：账号的用户信息，一个账号一份，审核通过即为确认。",
            "filing: a filing; profile: the profile of an account, one each, whose approval is its confirmation."
        ),
        ["service.yaml/reviewed-by"] = new(
            "由哪个机关审核由填写的地区决定；不写由申报人选择机关。",
            "The region that is filled in decides which authority reviews; without it, the filer chooses one."
        ),
        ["service.yaml/reviewed-by/region"] = new("类型为 region 的字段。", "A field of the type “region”."),
        ["service.yaml/reviewed-by/level"] = new(
            "最低由哪一级审核；那里没有机关的，由上级中最近的审核。",
            "The lowest level that reviews; where it has no office, the nearest one above does."
        ),
        ["service.yaml/profile"] = new(
            "引用账号的用户信息，表达式里写 profile.…，上报时随版本保存。",
            "What is read of the account's profile; expressions say profile.…, each revision keeps what it read."
        ),
        ["service.yaml/profile/service"] = new(
            "用户信息的定义（purpose: profile）所在的文件夹。",
            "The folder of the profile's pack (purpose: profile)."
        ),
        ["service.yaml/profile/confirmed"] = new(
            "是否须待主管部门确认现有用户信息后才能填报。",
            "Whether nothing is filed before the authority has confirmed the profile as it is now."
        ),
        ["service.yaml/profile/reads"] = new("引用的字段。", "The fields that are read."),
        ["service.yaml/profile/reads/code"] = new("用户信息中的字段代码。", "The field's code in the profile."),
        ["service.yaml/profile/reads/kind"] = new("值的种类，与用户信息中的一致。", "The kind of its value, as in the profile."),
        ["service.yaml/profile/reads/label"] = new("名称。", "What it is called."),
        ["service.yaml/routes/authorities"] = new(
            "受理这一方式的机关级别；不写为全部。",
            "The levels of authorities that take this way; without it, all."
        ),
        ["service.yaml/routes"] = new("备案登记方式，开始时选择。", "The ways of filing, chosen at the start."),
        ["service.yaml/routes/code"] = new("代码，表达式里用 route = '…'。", "Its code; expressions say route = '…'."),
        ["service.yaml/routes/label"] = new("名称。", "Its name."),
        ["service.yaml/routes/hint"] = new("什么情况选它。", "When to choose it."),
        ["service.yaml/attachments"] = new("要上传的文件。", "The files to upload."),
        ["service.yaml/attachments/code"] = new("代码，表达式里用 attached('…')。", "Its code; expressions say attached('…')."),
        ["service.yaml/attachments/label"] = new("名称。", "Its name."),
        ["service.yaml/attachments/hint"] = new("对文件的要求。", "What must be on it."),
        ["service.yaml/attachments/relevant"] = new("什么时候需要；不写为总是。", "When it applies; without it, always."),
        ["service.yaml/attachments/required"] = new("什么时候必传；不写为从不。", "When it must be there; without it, never."),
        ["service.yaml/attachments/max-files"] = new("最多几个文件，默认 1。", "How many files at most; 1 unless told."),
        ["service.yaml/attachments/signed-sheet"] = new(
            "是不是签字盖章的登记表：扫描件与所报内容核对，最多一项。",
            "Whether it is the printed sheet, signed and sealed: its scan is matched to what is filed. One at most."
        ),
        ["service.yaml/situations"] = new("服务首页区分的情形。", "The cases its home tells apart."),
        ["service.yaml/situations/code"] = new("代码。", "Its code."),
        ["service.yaml/situations/title"] = new("谁。", "Whom it is about."),
        ["service.yaml/situations/text"] = new("怎么办。", "What to do."),
        ["service.yaml/situations/action"] = new("按钮通向哪里。", "Where its button leads."),
        ["service.yaml/sheet-name"] = new(
            "打印的表叫什么，用在句子里（登记表、备案表）；不写为登记表。",
            "What the printed form is called, within a sentence; “sheet” unless told."
        ),
        ["service.yaml/notices"] = new(
            "有时限的义务，到时发邮件提醒企业。",
            "Duties with a time limit, of which the enterprise is reminded by mail."
        ),
        ["service.yaml/notices/code"] = new("代码。", "Its code."),
        ["service.yaml/notices/title"] = new("要办什么，邮件的标题。", "What is to be done, for the mail's subject."),
        ["service.yaml/notices/text"] = new("怎么办，逾期会怎样。", "What is to be done and what happens otherwise."),
        ["service.yaml/notices/after"] = new(
            "从哪一天起算：approval 审核通过之日；draft 开始填写之日，上报后不再提醒。",
            "What starts the clock: approval; draft, the day the filing was begun, until it is sent."
        ),
        ["service.yaml/notices/within"] = new(
            "多少天内（日历日，起算当天为第 0 天）。",
            "The limit in calendar days; the day it starts is day 0."
        ),
        ["service.yaml/notices/on-days"] = new("第几天提醒，从小到大。", "The days on which a mail leaves, in ascending order."),
        ["service.yaml/notices/kinds"] = new("哪些办理种类；不写为全部。", "The kinds of filing it is about; without it, all."),
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
        ["lifecycle.yaml"] = new("怎么办理：种类和期限。", "How it is dealt with: kinds of filing and their limits."),
        ["lifecycle.yaml/kinds"] = new("办理种类；第一项是新用户办理的。", "The kinds of filing; the first is what a newcomer starts."),
        ["lifecycle.yaml/kinds/code"] = new("代码，表达式里用 filing.kind。", "Its code; expressions say filing.kind."),
        ["lifecycle.yaml/kinds/label"] = new("名称。", "Its name."),
        ["lifecycle.yaml/kinds/decision-days"] = new("审核期限，工作日。", "Working days for the decision."),
        ["lifecycle.yaml/kinds/acceptance-days"] = new(
            "受理期限，工作日：先受理，审核期限从受理起算；不写为审核时一并受理。",
            "Working days for accepting a filing, where that is a step of its own that starts the clock; without it, the decision includes it."
        ),
        ["lifecycle.yaml/kinds/batch"] = new("可不可以成批审核通过。", "Whether several may be approved at once."),
        ["lifecycle.yaml/kinds/legal-note"] = new("期限的依据。", "The rule behind them."),
        ["lifecycle.yaml/kinds/starts"] = new(
            "由谁发起；默认 filer。officer 发起的当场办结。",
            "Who starts it; “filer” unless told. What an officer starts is done in one act."
        ),
        ["lifecycle.yaml/kinds/effect"] = new(
            "通过后登记怎样变化；第一项是 enter，其他各项从一份登记开始。",
            "What its approval does in the register; the first kind enters, all others begin with an entry."
        ),
        ["lifecycle.yaml/kinds/hint"] = new("开始办理前告诉办理人什么。", "What is said before it is started."),
        ["lifecycle.yaml/kinds/public-note"] = new(
            "登记状态为什么这样，给公众看的一句话。",
            "Why the entry is as it is afterwards, in plain words for everybody."
        ),
        ["lifecycle.yaml/kinds/may-change"] = new(
            "只能改动这些字段；空表示一个也不能改。注销、补发默认一个也不能改。",
            "The only fields it may change; an empty list: none, which is what cancelling and reissuing do unless told."
        ),
        ["lifecycle.yaml/kinds/keeps"] = new(
            "这些字段保持登记的内容，其他都可以改；变更和迁移默认保持识别企业的代码。",
            "Fields that stay as registered, all others may change; a change or a move keeps the codes of the enterprise unless told."
        ),
        ["lifecycle.yaml/kinds/attachments"] = new(
            "要交的附件；默认是 service.yaml 里的全部。",
            "The attachments asked for; all of service.yaml unless told."
        ),
        ["lifecycle.yaml/kinds/carries"] = new(
            "从原登记带过来的附件；默认是签字盖章的表以外的全部。",
            "The attachments taken over; all but the signed sheet unless told."
        ),
        ["lifecycle.yaml/kinds/new-number"] = new(
            "通过后是否给出新的编号；变更和迁移默认给出。旧编号仍然指向这份登记。",
            "Whether its version gets a new number; a change or a move does unless told. Old numbers lead to the entry still."
        ),
        ["lifecycle.yaml/kinds/moves-to"] = new(
            "填写迁入机关的字段，类型 authority。",
            "The field with the authority that takes it over, of the type “authority”."
        ),
        ["lifecycle.yaml/kinds/after-days"] = new(
            "核准后多少天内要办好 duty，逾期列出，由主管部门决定。",
            "Days after an approval within which the duty is to be done; later it is listed, and the authority decides."
        ),
        ["lifecycle.yaml/kinds/duty"] = new("要办的手续。", "What is to be done."),
        ["register.yaml"] = new("公众能查到什么。", "What the public sees."),
        ["register.yaml/public"] = new(
            "公众能否查询；false 时只有本企业和主管部门能看到。",
            "Whether everybody may look it up; false leaves it to the enterprise and its authorities."
        ),
        ["register.yaml/title"] = new("公开查询的名称。", "What the register is called."),
        ["register.yaml/number-field"] = new("登记表编号所在的字段。", "The field with the permanent number."),
        ["register.yaml/code-field"] = new("代码所在的字段。", "The field with the code."),
        ["register.yaml/names"] = new("按名称（一部分）能查到的字段。", "Fields a part of which finds the entry."),
        ["register.yaml/codes"] = new("按代码（全部）能查到的字段。", "Fields that find it when given whole."),
        ["register.yaml/list"] = new("列表显示的字段。", "Fields in the list's columns."),
        ["register.yaml/entry"] = new("详情页显示的字段；不能是个人信息。", "Fields on the entry's page; none may be personal."),
        ["sheets/*.yaml"] = new("打印的登记表，每个文件一面，尺寸按毫米。", "The printed form, a side a file, in millimetres."),
        ["sheets/*.yaml/title"] = new("名称。", "Its name."),
        ["sheets/*.yaml/title-en"] = new("英文名称。", "Its name in English."),
        ["sheets/*.yaml/order"] = new("打印的次序。", "Its place in the order of printing."),
        ["sheets/*.yaml/paper"] = new("纸张。", "The paper."),
        ["sheets/*.yaml/margin"] = new("页边距，毫米，默认 10。", "The margin in millimetres; 10 unless told."),
        ["sheets/*.yaml/text-size"] = new("字号，磅，默认 10.5。", "The size of texts in points; 10.5 unless told."),
        ["sheets/*.yaml/smallest-size"] = new(
            "放不下时最小缩到几磅，默认 6。",
            "How small a text that does not fit may get, in points; 6 unless told."
        ),
        ["sheets/*.yaml/parts"] = new(
            "各部分，从上到下；每项写 box、grid 或 table 之一。",
            "Its parts from top to bottom; each is one box, grid or table."
        ),
        ["sheets/*.yaml/parts/box"] = new("一个单独的格子。", "A single cell."),
        ["sheets/*.yaml/parts/grid"] = new("表格线内的若干格子。", "Cells within ruled lines."),
        ["sheets/*.yaml/parts/grid/columns"] = new("每一列的宽度。", "The width of each column."),
        ["sheets/*.yaml/parts/grid/rows"] = new("各行。", "Its rows."),
        ["sheets/*.yaml/parts/grid/rows/height"] = new("行高。", "The row's height."),
        ["sheets/*.yaml/parts/grid/rows/cells"] = new("这一行的格子，从左到右。", "Its cells from left to right."),
        ["sheets/*.yaml/parts/grid/rows/cells/span"] = new("占几列。", "How many columns it takes."),
        ["sheets/*.yaml/parts/grid/rows/cells/down"] = new("占几行。", "How many rows it takes."),
        ["sheets/*.yaml/parts/table"] = new("表格字段的各行。", "The rows of a table of the form."),
        ["sheets/*.yaml/parts/table/field"] = new("表单中的表格。", "The table of the form."),
        ["sheets/*.yaml/parts/table/rows"] = new("印几行；多出的印在续页。", "How many rows are printed; the rest goes on further pages."),
        ["sheets/*.yaml/parts/table/row-height"] = new("行高。", "The height of a row."),
        ["sheets/*.yaml/parts/table/head-height"] = new("列名一行的高度。", "The height of the headings."),
        ["sheets/*.yaml/parts/table/columns"] = new("各列。", "Its columns."),
        ["sheets/*.yaml/parts/table/columns/width"] = new("列宽。", "Its width."),
        ["sheets/*.yaml/parts/table/columns/row-number"] = new("这一列印序号。", "This column numbers the rows."),
        ["sheets/*.yaml/parts/table/columns/value"] = new("印表格的哪一列。", "Which column of the table it prints."),
        [Cell + "at"] = new(
            "位置：[离左边, 离上边]；不写则接在上一项下面。",
            "Its place: [from the left, from the top]; without it, below the part before."
        ),
        [Cell + "gap"] = new("与上一项的间隔。", "How far it stands from the part before."),
        [Cell + "width"] = new("宽。", "Its width."),
        [Cell + "height"] = new("高。", "Its height."),
        [Cell + "text"] = new("文字；{字段} 处印答案。", "A text; {field} prints an answer."),
        [Cell + "en"] = new("英文。", "The text in English."),
        [Cell + "value"] = new("印哪个答案。", "The answer it prints."),
        [Cell + "label"] = new("印哪个字段的名称。", "The field whose label it prints."),
        [Cell + "checks"] = new("印哪个字段的选项，已选的打勾。", "The field whose choices it prints, the chosen ones ticked."),
        [Cell + "qr"] = new("印二维码。", "Prints the QR code."),
        [Cell + "mark"] = new("印“申请”标记。", "Prints the mark of a copy for signature."),
        [Cell + "otherwise"] = new("没有答案时印什么。", "What is printed without an answer."),
        [Cell + "otherwise-en"] = new("没有答案时的英文。", "The same in English."),
        [Cell + "format"] = new("plain：按存的样子印。", "plain: as it is kept."),
        [Cell + "size"] = new("字号，磅。", "The size in points."),
        [Cell + "bold"] = new("粗体。", "Bold."),
        [Cell + "align"] = new("左右对齐。", "How it is aligned."),
        [Cell + "valign"] = new("上下对齐。", "How it is aligned vertically."),
        [Cell + "border"] = new("有边框。", "Whether it has a border."),
        [Cell + "tint"] = new("有底色。", "Whether it is tinted."),
        ["laws/*.md"] = new("法律法规和指南，正文前写标题和日期。", "Laws and guides; title and dates stand before the text."),
        ["laws/*.md/title"] = new("标题。", "Its title."),
        ["laws/*.md/title-en"] = new("英文标题。", "Its title in English."),
        ["laws/*.md/body"] = new(
            "正文（Markdown），写在第二行“---”之后，不写键名。",
            "The text (Markdown), behind the second “---”, without a key."
        ),
        ["laws/*.md/effective-from"] = new("自这一天起有效。", "In force from this day."),
        ["laws/*.md/effective-to"] = new("至这一天止；不写为仍有效。", "In force to this day; without it, still."),
        ["migrations/*.yaml"] = new(
            "旧主版本的暂存怎样变成新版本的（文件名 1-to-2.yaml）。",
            "How drafts of an older major version become drafts of this one (the file is called 1-to-2.yaml)."
        ),
        ["migrations/*.yaml/from"] = new("旧的主版本。", "The older major version."),
        ["migrations/*.yaml/to"] = new("新的主版本，即本版本。", "The new major version, which is this one."),
        ["migrations/*.yaml/rename"] = new("改了代码的字段。", "Fields with a new code."),
        ["migrations/*.yaml/rename/from"] = new("旧代码。", "The old code."),
        ["migrations/*.yaml/rename/to"] = new("新代码。", "The new code."),
        ["migrations/*.yaml/split"] = new("一个答案分成几个。", "Answers that become several."),
        ["migrations/*.yaml/split/field"] = new("旧控件。", "The old control."),
        ["migrations/*.yaml/split/by"] = new("各部分之间的分隔文字。", "What stands between the pieces."),
        ["migrations/*.yaml/split/into"] = new("新控件，按顺序。", "The new controls, in order."),
        ["migrations/*.yaml/drop"] = new("放弃的答案。", "Answers that are given up."),
        ["migrations/*.yaml/drop/field"] = new("旧字段。", "The old field."),
        ["migrations/*.yaml/default"] = new("没有答案时填什么。", "Answers where there is none."),
        ["migrations/*.yaml/default/field"] = new("控件。", "The control."),
        ["migrations/*.yaml/default/value"] = new("答案。", "The answer."),
        ["cases/*.yaml"] = new("用例：填什么，应得到什么。", "Cases: what is filled in and what must come out."),
        ["cases/*.yaml/cases"] = new("用例，按顺序。", "The cases, in order."),
        ["cases/*.yaml/cases/name"] = new("名称。", "Its name."),
        ["cases/*.yaml/cases/like"] = new(
            "与前面哪个用例相同，只写不同之处。",
            "The earlier case it is like; then only what differs is written."
        ),
        ["cases/*.yaml/cases/today"] = new("哪一天。", "The day."),
        ["cases/*.yaml/cases/route"] = new("备案登记方式。", "The route."),
        ["cases/*.yaml/cases/filing"] = new("办理种类，默认 initial。", "The kind of filing; initial unless told."),
        ["cases/*.yaml/cases/attachments"] = new("已上传的附件。", "The attachments that are there."),
        ["cases/*.yaml/cases/outside"] = new(
            "表单之外已有的答案，表达式里用 previous.… 等。",
            "Answers from outside the form; expressions say previous.… and the like."
        ),
        ["cases/*.yaml/cases/outside/previous"] = new("上一次备案的答案。", "Those of the filing before."),
        ["cases/*.yaml/cases/outside/last-year"] = new("上一年的答案。", "Those of the year before."),
        ["cases/*.yaml/cases/outside/profile"] = new("用户信息中的答案。", "Those of the account's profile."),
        ["cases/*.yaml/cases/answers"] = new("控件: 答案；空文本为没有填。", "Control: answer; an empty text takes it away."),
        ["cases/*.yaml/cases/problems"] = new("应有的全部问题，写作 控件/代码。", "All problems there must be, as control/code."),
        ["cases/*.yaml/cases/values"] = new("应得到的答案；空文本为没有。", "Answers that must come out; an empty text for none."),
        ["cases/*.yaml/cases/approval"] = new("随后审核通过。", "The approval that follows."),
        ["cases/*.yaml/cases/approval/authority-prefix"] = new("机关代码的前4位。", "The authority's four digits."),
        ["cases/*.yaml/cases/approval/answers"] = new("机关填写的和系统编的号。", "What the authority fills in, and the numbers drawn."),
        ["cases/*.yaml/cases/approval/problems"] = new("应有的问题。", "The problems there must be."),
        ["cases/*.yaml/cases/approval/values"] = new("应得到的答案。", "Answers that must come out."),
        ["applications.yaml"] = new(
            "首页上的版块和图标，以及企业申请的应用；放在各服务文件夹旁边。",
            "The portal's sections and tiles, and the applications enterprises add; it stands beside the services' folders."
        ),
        ["applications.yaml/sections"] = new("版块，按顺序。", "The sections, in order."),
        ["applications.yaml/sections/code"] = new("代码。", "Its code."),
        ["applications.yaml/sections/title"] = new("名称。", "Its name."),
        ["applications.yaml/sections/title/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/sections/title/en"] = new("英文。", "In English."),
        ["applications.yaml/sections/tiles"] = new("图标。", "Its tiles."),
        ["applications.yaml/sections/tiles/code"] = new("代码。", "Its code."),
        ["applications.yaml/sections/tiles/title"] = new("名称。", "Its name."),
        ["applications.yaml/sections/tiles/title/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/sections/tiles/title/en"] = new("英文。", "In English."),
        ["applications.yaml/sections/tiles/service"] = new(
            "通向的服务；不写为暂未开放。",
            "The service it leads to; without it, not open yet."
        ),
        ["applications.yaml/sections/tiles/also"] = new("另一个名称，搜索时用。", "Another name it is found under."),
        ["applications.yaml/sections/tiles/also/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/sections/tiles/also/en"] = new("英文。", "In English."),
        ["applications.yaml/sections/applications"] = new(
            "是否有应用，即是否列在“增加应用”里，默认 true。",
            "Whether applications belong to it, so that 增加应用 has it as a tab; true unless told."
        ),
        ["applications.yaml/quick"] = new("“快速获取账号”上的图标的代码，按顺序。", "The codes of the tiles on 快速获取账号, in order."),
        ["applications.yaml/applications"] = new(
            "应用，按顺序：企业申请一次，下面是它的业务。",
            "The applications, in order: an enterprise adds one once and finds its business there."
        ),
        ["applications.yaml/applications/code"] = new("代码。", "Its code."),
        ["applications.yaml/applications/title"] = new("应用名称。", "Its name."),
        ["applications.yaml/applications/title/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/title/en"] = new("英文。", "In English."),
        ["applications.yaml/applications/section"] = new("所属版块。", "The section it belongs to."),
        ["applications.yaml/applications/summary"] = new("作什么用，写在应用的首页上。", "What it is for, on its home."),
        ["applications.yaml/applications/summary/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/summary/en"] = new("英文。", "In English."),
        ["applications.yaml/applications/menu"] = new("应用里的业务，按顺序。", "What can be done in it, in order."),
        ["applications.yaml/applications/menu/code"] = new("代码。", "Its code."),
        ["applications.yaml/applications/menu/title"] = new("名称。", "Its name."),
        ["applications.yaml/applications/menu/title/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/menu/title/en"] = new("英文。", "In English."),
        ["applications.yaml/applications/menu/service"] = new(
            "办理的服务；不写为暂未开放。",
            "The service it leads to; without it, not open yet."
        ),
        ["applications.yaml/applications/menu/confirmed-profile"] = new(
            "是否须待主管部门确认用户信息后才开放。",
            "Whether it opens only once the authority has confirmed the user's profile."
        ),
        ["applications.yaml/applications/menu/user-types"] = new(
            "哪些用户类型有这项业务；不写为全部。",
            "The user types that have it; without it, all."
        ),
        ["applications.yaml/applications/user-types"] = new(
            "申请以后选择的用户类型；不写为不选择。",
            "The kinds of users to choose from after 申请; without it, nothing is chosen."
        ),
        ["applications.yaml/applications/user-types/code"] = new("代码。", "Its code."),
        ["applications.yaml/applications/user-types/title"] = new("名称。", "Its name."),
        ["applications.yaml/applications/user-types/title/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/user-types/title/en"] = new("英文。", "In English."),
        ["applications.yaml/applications/user-types/text"] = new("选择时旁边的一句话。", "The sentence beside it."),
        ["applications.yaml/applications/user-types/text/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/user-types/text/en"] = new("英文。", "In English."),
        ["applications.yaml/applications/user-types/profile"] = new(
            "用户信息是哪个服务的表；不写为暂未开放。",
            "The service whose form is the profile of such users; without it, not open yet."
        ),
        ["applications.yaml/applications/support"] = new("技术支持，按顺序。", "Whom to ask, in order."),
        ["applications.yaml/applications/support/audience"] = new(
            "告诉谁：enterprises 企业（默认），authorities 主管部门。",
            "Who is told: enterprises (unless told) or authorities."
        ),
        ["applications.yaml/applications/support/label"] = new("是什么（电话、QQ 群）。", "What it is (telephone, group)."),
        ["applications.yaml/applications/support/label/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/support/label/en"] = new("英文。", "In English."),
        ["applications.yaml/applications/support/value"] = new("号码或地址。", "The number or address."),
        ["applications.yaml/applications/support/note"] = new("注意什么。", "What to mind."),
        ["applications.yaml/applications/support/note/zh"] = new("中文。", "In Chinese."),
        ["applications.yaml/applications/support/note/en"] = new("英文。", "In English."),
    };

    /// <summary>The paths that are described.</summary>
    public static IReadOnlyCollection<string> Paths => _texts.Keys;

    /// <summary>What a key or a file means; empty where nobody wrote it down.</summary>
    public static LocalizedText Of(string path) => _texts.GetValueOrDefault(path) ?? new("", "");

    /// <summary>Where the meaning of a key stands: settings of field types are described once.</summary>
    public static string PathOf(string map, string key) =>
        map.StartsWith(Shapes.Field + "#", StringComparison.Ordinal) ? $"{Shapes.Field}/{key}"
        : _texts.ContainsKey($"{map}/{key}") || !_texts.ContainsKey(Cell + key) || !map.StartsWith("sheets/", StringComparison.Ordinal)
            ? $"{map}/{key}"
        : Cell + key;
}
