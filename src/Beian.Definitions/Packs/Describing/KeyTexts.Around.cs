namespace Beian.Definitions.Packs.Describing;

internal static partial class KeyTexts
{
    /// <summary>Laws, migrations, cases and applications.yaml.</summary>
    private static Dictionary<string, LocalizedText> OfAround() =>
        new()
        {
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
            ["cases/*.yaml/cases/approval/answers"] = new(
                "机关填写的和系统编的号。",
                "What the authority fills in, and the numbers drawn."
            ),
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
            ["applications.yaml/quick"] = new(
                "“快速获取账号”上的图标的代码，按顺序。",
                "The codes of the tiles on 快速获取账号, in order."
            ),
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
}
