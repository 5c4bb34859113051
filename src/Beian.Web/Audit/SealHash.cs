using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beian.Web.Data;

namespace Beian.Web.Audit;

/// <summary>
/// The hashes of events and seals. Each value is written as its length, a colon and its UTF-8 bytes (a missing one as
/// a minus sign), so that no two lists of values are written alike. This form never changes: old seals are checked with it.
/// </summary>
public static class SealHash
{
    /// <summary>The hash of an event: of every column of its row.</summary>
    public static string Of(Event happened) =>
        Hash([
            "beian event 1",
            Text(happened.Id),
            happened.ProcessId.ToString(),
            happened.ProcessName,
            happened.Kind,
            happened.SubjectKind,
            happened.SubjectId.ToString(),
            happened.ActorId?.ToString(),
            happened.ActorName,
            happened.Address,
            Text(happened.At),
            happened.Data,
        ]);

    /// <summary>The hash of a seal: of its row and of its members, in the order of their events.</summary>
    public static string Of(Seal seal, IEnumerable<SealMember> members) =>
        Hash([
            "beian seal 1",
            Text(seal.Number),
            seal.PreviousSha256,
            Text(seal.EventCount),
            Text(seal.HighestEventId),
            Text(seal.SealedAt),
            .. members.SelectMany(m => new[] { Text(m.EventId), m.Sha256 }),
        ]);

    /// <summary>A moment as both databases keep it.</summary>
    public static DateTime ToMicroseconds(DateTime moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTime moment) => Text(moment.Ticks / TimeSpan.TicksPerMicrosecond);

    private static string Hash(IEnumerable<string?> values)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var value in values)
        {
            var bytes = Encoding.UTF8.GetBytes(value ?? "");
            hash.AppendData(Encoding.ASCII.GetBytes(value is null ? "-" : $"{bytes.Length}:"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
