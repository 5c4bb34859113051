namespace Beian.Definitions.Packs.Describing;

internal static partial class KeyTexts
{
    /// <summary>lifecycle.yaml and register.yaml.</summary>
    private static Dictionary<string, LocalizedText> OfLife() =>
        new()
        {
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
        };
}
