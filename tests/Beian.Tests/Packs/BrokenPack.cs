namespace Beian.Tests.Packs;

/// <summary>A way to break the foreign trade pack.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="File">The file that is edited.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What stands there instead.</param>
/// <param name="At">Where the fault must be told: a piece of the faulty file after the edit, with ^ before the place.</param>
/// <param name="Zh">The message in Chinese.</param>
/// <param name="En">The message in English.</param>
internal sealed record BrokenPack(string Name, string File, string Old, string New, string At, string Zh, string En)
{
    /// <summary>The file the fault is in, where it is another than the edited one.</summary>
    public string FaultFile { get; init; } = File;

    /// <summary>How many faults there are in all.</summary>
    public int Faults { get; init; } = 1;

    public static IReadOnlyList<BrokenPack> All { get; } =
    [
        new(
            "misspelt key",
            "service.yaml",
            "account-by-filing: true",
            "acount-by-filing: true",
            "^acount-by-filing",
            "不认识的键“acount-by-filing”；是不是 account-by-filing ？",
            "Unknown key “acount-by-filing”. Did you mean account-by-filing?"
        ),
        new(
            "version without a dot",
            "service.yaml",
            "version: \"1.0\"",
            "version: \"1\"",
            "version: ^\"1\"",
            "版本应写作 1.0（主版本.次版本）。",
            "A version is written 1.0 (major.minor)."
        ),
        new(
            "notice after its own limit",
            "service.yaml",
            "on-days: [0, 15, 25]",
            "on-days: [0, 15, 31]",
            "15, ^31]",
            "on-days 应为 0 到 30 之间的整数。",
            "“on-days” must be whole numbers from 0 to 30 (“within”)."
        ),
        new(
            "notice days out of order",
            "service.yaml",
            "on-days: [0, 15, 25]",
            "on-days: [0, 25, 15]",
            "25, ^15]",
            "on-days 应从小到大，不重复。",
            "“on-days” must be in ascending order, each day once."
        ),
        new(
            "notice about a kind there is not",
            "service.yaml",
            "kinds: [initial, change, move]",
            "kinds: [first]",
            "kinds: [^first]",
            "没有办理种类“first”。",
            "There is no kind of filing “first”."
        ),
        new(
            "blank text with an English one",
            "sheets/front.yaml",
            "otherwise: 　　　　　　　　　　（折美元　　　　　　　　）",
            "otherwise: \"　　　\"",
            "otherwise: ^\"　　　\"",
            "otherwise 里只有空白，otherwise-en 里却有文字：两处都写文字，或者都去掉。",
            "“otherwise” is blank while “otherwise-en” holds a text: write both or leave both out."
        ),
        new(
            "subject code that is no field",
            "service.yaml",
            "subject-codes: [uscc, orgCode, regNo]",
            "subject-codes: [uscc, orgcode, regNo]",
            "[uscc, ^orgcode",
            "表单中没有字段“orgcode”。",
            "The form has no field “orgcode”."
        ),
        new(
            "route that does not exist",
            "service.yaml",
            "relevant: route = 'other' and",
            "relevant: route = 'others' and",
            "relevant: route = ^'others'",
            "route 没有“others”这一项；是不是 other ？",
            "“route” never is “others”. Did you mean other?"
        )
        {
            Faults = 2, // and the attachment can never appear
        },
        new(
            "day that does not exist",
            "service.yaml",
            "effective-from: 2026-03-01",
            "effective-from: 2026-02-30",
            "effective-from: ^2026-02-30",
            "effective-from 应为日期（2020-01-05），而不是“2026-02-30”。",
            "“effective-from” must be a day (2020-01-05), not “2026-02-30”."
        )
        {
            Faults = 1,
        },
        new(
            "unknown field type",
            "form.yaml",
            "type: uscc",
            "type: usc",
            "type: ^usc\n",
            "不认识的字段类型“usc”；是不是 uscc ？",
            "Unknown field type “usc”. Did you mean uscc?"
        ),
        new(
            "section that can never appear",
            "form.yaml",
            "relevant: kind = 'enterprise'",
            "relevant: kind = 'enterprise' and kind = 'foreign'",
            "relevant: ^kind = 'enterprise' and",
            "“blockI”永远不会出现：relevant 不可能成立。",
            "“blockI” can never appear: its “relevant” cannot be true."
        ),
        new(
            "field that can never appear within its section",
            "form.yaml",
            "      - code: legalRepName\n",
            "      - code: legalRepName\n        relevant: kind = 'individual'\n",
            "relevant: ^kind = 'individual'",
            "“legalRepName”永远不会出现：relevant 和它所在部分的 relevant 不可能同时成立。",
            "“legalRepName” can never appear: its “relevant” cannot be true together with that of what it stands in."
        ),
        new(
            "choice that does not exist",
            "form.yaml",
            "required: kind != 'individual'",
            "required: kind != 'personal'",
            "required: kind != ^'personal'",
            "kind 没有“personal”这一项；可用：enterprise, foreign, individual, soleProprietor。",
            "“kind” never is “personal”; it can be: enterprise, foreign, individual, soleProprietor."
        ),
        new(
            "circle",
            "form.yaml",
            "      - code: kind\n",
            "      - code: kind\n        relevant: not is-missing(legalRepName)\n",
            "- code: ^kind\n",
            "相互依赖，无法计算：kind → legalRepName → kind。",
            "These depend on each other and cannot be evaluated: kind → legalRepName → kind."
        ),
        new(
            "number compared with a text",
            "form.yaml",
            "check: regCapital.amount > 0",
            "check: regCapital.amount > '0'",
            "regCapital.amount > ^'0'",
            "这里要数字，得到的是文本。",
            "Expected a number, found a text."
        ),
        new(
            "full-width sign in an expression",
            "form.yaml",
            "check: assets.usd > 0",
            "check: assets.usd ＞ 0",
            "assets.usd ^＞",
            "全角“＞”应写成半角 > 。",
            "Write the half-width > instead of the full-width '＞'."
        ),
        new(
            "unknown function",
            "form.yaml",
            "check: one-of(",
            "check: on-of(",
            "check: ^on-of(",
            "没有函数“on-of”。是不是 one-of ？",
            "There is no function 'on-of'. Did you mean one-of?"
        ),
        new(
            "unknown name",
            "form.yaml",
            "default: uscc",
            "default: usccc",
            "default: ^usccc",
            "不认识名称“usccc”。是不是 uscc ？",
            "Unknown name 'usccc'. Did you mean uscc?"
        ),
        new(
            "two choices with one code",
            "form.yaml",
            "{ code: collective, label: 集体企业 }",
            "{ code: state-owned, label: 集体企业 }",
            "      - ^code: operatorType",
            "选项代码“state-owned”重复。",
            "The code of a choice, “state-owned”, is repeated."
        )
        {
            Faults = 2, // and its English is left over
        },
        new(
            "personal field made public",
            "register.yaml",
            "entry: [formNo,",
            "entry: [legalRepId, formNo,",
            "entry: [^legalRepId",
            "“legalRepId”是个人信息，不能公开。",
            "“legalRepId” is personal and must not be public."
        ),
        new(
            "text without English",
            "en.yaml",
            "  tile-title: Foreign trade operators\n",
            "",
            "tile-title: ^对外经营者备案",
            "缺少英文：请在 en.yaml 中写 service.tile-title。",
            "There is no English for it: write service.tile-title in en.yaml."
        )
        {
            FaultFile = "service.yaml",
        },
        new(
            "English without a text",
            "en.yaml",
            "  tile-title: Foreign trade operators\n",
            "  tile-title: Foreign trade operators\n  slogan: File today\n",
            "slogan: ^File today",
            "没有与 service.slogan 对应的中文。",
            "There is no Chinese text for service.slogan."
        ),
        new(
            "brace that is not closed",
            "form.yaml",
            "{ code: limited, label: 有限责任公司 }",
            "{ code: limited, label: 有限责任公司",
            "^- { code: limited",
            "这里的花括号或方括号没有写完，或者缺少逗号。",
            "Braces or brackets here are not closed, or a comma is missing."
        ),
        new(
            "tab for indentation",
            "lifecycle.yaml",
            "    label: 备案登记",
            "  \tlabel: 备案登记",
            "  ^\tlabel",
            "缩进只能用空格，不能用制表符 Tab。",
            "Indent with spaces, not with tabs."
        ),
        new(
            "anchor",
            "service.yaml",
            "  - code: fLicence",
            "  - &licence\n    code: fLicence",
            "- ^&licence",
            "不能使用锚点（&）和别名（*），请把内容写出来。",
            "Anchors (&) and aliases (*) are not allowed; write it out."
        ),
        new(
            "days in words",
            "lifecycle.yaml",
            "decision-days: 5",
            "decision-days: five",
            "decision-days: ^five",
            "decision-days 应为 1 到 365 之间的整数，而不是“five”。",
            "“decision-days” must be a whole number from 1 to 365, not “five”."
        ),
        new(
            "law without its day",
            "laws/code-1998.md",
            "effective-from: 1998-01-01\n",
            "",
            "^title: 进出口企业代码",
            "缺少 effective-from。",
            "“effective-from” is missing."
        ),
        new(
            "case that comes out otherwise",
            "cases/routes.yaml",
            "values: { ieCode: 1100MA9900X1X }",
            "values: { ieCode: 1100MA9900X2X }",
            "ieCode: ^1100MA9900X2X",
            "用例“企业，统一社会信用代码”：ieCode 应为“1100MA9900X2X”，实为“1100MA9900X1X”。",
            "Case “企业，统一社会信用代码”: ieCode should be “1100MA9900X2X”, it is “1100MA9900X1X”."
        ),
        new(
            "case for a route that does not exist",
            "cases/routes.yaml",
            "    route: uscc\n",
            "    route: usc\n",
            "- name: ^企业，统一社会信用代码",
            "用例“企业，统一社会信用代码”：没有备案登记方式“usc”（route）。",
            "Case “企业，统一社会信用代码”: there is no route “usc”."
        )
        {
            Faults = -1, // what else comes out otherwise hangs on the case
        },
    ];
}
