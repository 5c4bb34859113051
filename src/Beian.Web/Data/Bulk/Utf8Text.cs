namespace Beian.Web.Data.Bulk;

/// <summary>A text for a column as the database keeps it: worked out where there is time, not where rows wait to be written.</summary>
/// <param name="Bytes">In UTF-8.</param>
public sealed record Utf8Text(byte[] Bytes);
