namespace Beian.Definitions.Packs.Describing;

internal static partial class KeyTexts
{
    /// <summary>service.yaml.</summary>
    private static Dictionary<string, LocalizedText> OfService() =>
        new()
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
        };
}
