using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings.Signing;

/// <summary>What the filer and the officer are told of the uploaded signed sheet.</summary>
public static class SheetWords
{
    /// <summary>The control the short code is typed into.</summary>
    public const string CodeControl = "sheetCode";

    /// <summary>For the filer: how it stands, and what to do.</summary>
    public static LocalizedText ForFilers(this SheetState state) =>
        state.Match switch
        {
            SheetMatch.Matches => new("已核对：扫描件就是现在填写的内容。", "Checked: the scan is of what is filled in now."),
            SheetMatch.Outdated => new(
                $"扫描件是{Of(state.Revision).Zh}打印的，打印以后内容有改动。请重新打印，签字盖章后上传新的扫描件。",
                $"The scan was printed {Of(state.Revision).En}, and the answers have changed since. Please print the sheet again, sign and seal it, and upload the new scan."
            ),
            SheetMatch.OtherFiling => new(
                "扫描件上的二维码属于另一份备案。请打印本备案的表，签字盖章后上传。",
                "The QR code on the scan belongs to another filing. Please print the sheet of this one, sign and seal it, and upload it."
            ),
            SheetMatch.Unread => new(
                "扫描件上的二维码没有识别出来。请填写印在二维码下方的 8 位校验码；也可以换一份清晰的扫描件。",
                "The QR code on the scan could not be read. Please type the check code of eight characters printed below it, or upload a clearer scan."
            ),
            _ => new(
                "请打印出来，签字盖章后扫描或拍照上传。",
                "Please print the sheet, sign and seal it, and upload a scan or a photograph."
            ),
        };

    /// <summary>For the officer: one line.</summary>
    public static LocalizedText ForOfficers(SheetMatch match, int? revision) =>
        match switch
        {
            SheetMatch.Matches when revision is { } n => new($"扫描件对应第 {n} 版", $"The scan is of version {n}"),
            SheetMatch.Matches => new("扫描件与本版一致", "The scan is of this version"),
            SheetMatch.Outdated when revision is { } n => new(
                $"扫描件对应第 {n} 版，与本版内容不一致",
                $"The scan is of version {n}: its content is not this version's"
            ),
            SheetMatch.Outdated => new("扫描件与本版内容不一致", "The scan is not of this version"),
            SheetMatch.OtherFiling => new("扫描件属于另一份备案", "The scan is of another filing"),
            _ => new("扫描件未能核对：请人工核对", "The scan could not be checked: please compare it yourself"),
        };

    /// <summary>For the filer: what to do next.</summary>
    public static LocalizedText ForFilers(this Step step) =>
        step switch
        {
            Step.FillIn => new("把备案表填写完整", "complete the form"),
            Step.Sign => new("打印，签字盖章后上传扫描件，然后上报", "print it, sign and seal it, upload the scan, then submit"),
            Step.Check => new(
                "核对签字盖章的扫描件（扫描件还没有核对上），然后上报",
                "see to the signed scan, which does not match yet, then submit"
            ),
            Step.Upload => new("上传还缺的材料，然后上报", "upload the missing files, then submit"),
            _ => new("材料齐全，可以上报", "everything is there: submit it"),
        };

    public static Problem WrongCode { get; } =
        new(
            CodeControl,
            "sheet-code",
            new(
                "校验码不符。请核对二维码下方的 8 位校验码；如果打印以后改过内容，请重新打印、签字盖章后上传。",
                "The check code is not right. Please compare the eight characters below the QR code; if you changed answers after printing, print, sign and upload it anew."
            )
        );

    /// <summary>Why a 上报 of changed answers waits: the authority has a sheet that was right, and shall not get a wrong one.</summary>
    public static Problem StopsSubmission(this SheetState state, AttachmentDefinition definition) =>
        new(definition.Code, "signed-sheet", state.ForFilers());

    private static LocalizedText Of(int? revision) =>
        revision is { } n ? new($"第 {n} 版上报前", $"for version {n}") : new("以前", "earlier");
}
