using Beian.Definitions;

namespace Beian.Web.Features.Register.Import;

/// <summary>Why a row is not taken.</summary>
/// <param name="Line">Where it begins in the file.</param>
/// <param name="Column">The column's header; empty for the whole row.</param>
public sealed record RowFault(long Line, string Column, LocalizedText Reason);
