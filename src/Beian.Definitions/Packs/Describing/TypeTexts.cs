namespace Beian.Definitions.Packs.Describing;

/// <summary>What each field type takes, for the documentation. A test holds them against the list of field types.</summary>
internal static class TypeTexts
{
    private static readonly Dictionary<string, LocalizedText> _texts = new(StringComparer.Ordinal)
    {
        ["text"] = new("一行文字。", "One line of text."),
        ["textarea"] = new("多行文字。", "Several lines of text."),
        ["email"] = new("电子邮箱。", "An e-mail address."),
        ["phone"] = new("手机，或带区号的固定电话。", "A mobile number, or one with its area code."),
        ["postcode"] = new("邮政编码，6 位数字。", "A postcode, six digits."),
        ["url"] = new("网址。", "A web address."),
        ["integer"] = new("整数。", "A whole number."),
        ["decimal"] = new("小数，十进制精确计算。", "A number, exact in decimal."),
        ["money"] = new(
            "金额、币种和折美元：控件 .amount .currency .usd。",
            "An amount, its currency and its worth in US dollars: controls .amount .currency .usd."
        ),
        ["percent"] = new("百分数，12.5 即 12.5%。", "A percentage; 12.5 is 12.5 %."),
        ["date"] = new("日期。", "A day."),
        ["month"] = new("年月。", "A month."),
        ["year"] = new("年份。", "A year."),
        ["yes-no"] = new("是或否。", "Yes or no."),
        ["choice"] = new("选一项。", "One of several answers."),
        ["choices"] = new("选几项。", "Any of several answers."),
        ["region"] = new("行政区划（GB/T 2260）。", "An administrative division (GB/T 2260)."),
        ["country"] = new("国家或地区（ISO 3166）。", "A country or region (ISO 3166)."),
        ["industry"] = new("国民经济行业（GB/T 4754）。", "An industry (GB/T 4754)."),
        ["authority"] = new("主管机关。", "An authority."),
        ["uscc"] = new(
            "统一社会信用代码（GB 32100），核对校验码。",
            "A unified social credit code (GB 32100), its check character verified."
        ),
        ["org-code"] = new("组织机构代码（GB 11714），核对校验码。", "An organisation code (GB 11714), its check character verified."),
        ["reg-no"] = new(
            "工商登记注册号，或统一社会信用代码。",
            "A business registration number, or the unified social credit code in its place."
        ),
        ["id-document"] = new(
            "有效证件：种类和号码，属个人信息：控件 .type .number。",
            "A person's document, kind and number, personal: controls .type .number."
        ),
        ["icp"] = new("ICP 备案号。", "An ICP filing number."),
        ["vin"] = new("车辆识别代号（GB 16735）。", "A vehicle identification number (GB 16735)."),
        ["attachment"] = new("文件。", "A file."),
        ["table"] = new("表格：若干行相同的字段，控件 表格.0.列。", "Rows of the same fields; controls table.0.column."),
        ["grid"] = new("指标表：指标 × 列。", "A grid: indicators × columns."),
        ["calculated"] = new("算出来的值，不填。", "A value nobody types: it is calculated."),
        ["note"] = new("问题之间的说明，没有答案。", "A text between the questions, without an answer."),
    };

    /// <summary>What a type takes; empty where nobody wrote it down.</summary>
    public static LocalizedText Of(string type) => _texts.GetValueOrDefault(type) ?? new("", "");
}
