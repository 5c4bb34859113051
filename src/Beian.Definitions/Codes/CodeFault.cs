namespace Beian.Definitions.Codes;

/// <summary>Why a code is not well-formed.</summary>
/// <param name="Reason">A stable name for the kind of fault: <c>length</c>, <c>character</c>, <c>zeros</c>, <c>check</c>, <c>form</c> …</param>
/// <param name="Message">What is wrong, in words a filer understands; never repeats a personal number.</param>
public sealed record CodeFault(string Reason, LocalizedText Message)
{
    internal static CodeFault Of(string reason, string zh, string en) => new(reason, new LocalizedText(zh, en));

    internal static CodeFault Length(int expected, int found) =>
        Of("length", $"应为 {expected} 位，现为 {found} 位。", $"It has {found} characters; {expected} are expected.");

    /// <param name="position">From 1.</param>
    /// <param name="found">The character there.</param>
    /// <param name="zh">What belongs there, in Chinese.</param>
    /// <param name="en">What belongs there, in English.</param>
    internal static CodeFault Character(int position, char found, string zh, string en) =>
        Of("character", $"第 {position} 位“{found}”不对：{zh}。", $"Character {position} ('{found}') is wrong: {en}.");

    internal static CodeFault Zeros() => Of("zeros", "不能全是 0。", "All zeros are not a code.");

    /// <param name="position">Of the check character, from 1.</param>
    /// <param name="expected">As calculated.</param>
    /// <param name="found">As given.</param>
    internal static CodeFault CheckCharacter(int position, char expected, char found) =>
        Of(
            "check",
            $"校验不符：按其余各位计算，第 {position} 位应为“{expected}”，现为“{found}”。可能有一位填错，请逐位核对。",
            $"The check fails: by the other characters, character {position} would be '{expected}', not '{found}'. One of them may be mistyped; please compare all."
        );
}
