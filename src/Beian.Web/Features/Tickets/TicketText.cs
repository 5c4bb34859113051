using Beian.Definitions;

namespace Beian.Web.Features.Tickets;

/// <summary>What is written in questions, and what their states are called.</summary>
public static class TicketText
{
    /// <summary>Whether something readable was typed, of bounded length.</summary>
    public static bool IsTyped(string? text, int longest, bool manyLines) =>
        !string.IsNullOrWhiteSpace(text)
        && text.Trim().Length <= longest
        && !text.Any(c => char.IsControl(c) && !(manyLines && c is '\r' or '\n' or '\t'));

    public static LocalizedText Words(this TicketState state) =>
        state switch
        {
            TicketState.Open => new("等待答复", "Waiting for an answer"),
            TicketState.Answered => new("已答复", "Answered"),
            _ => new("已结束", "Closed"),
        };
}
