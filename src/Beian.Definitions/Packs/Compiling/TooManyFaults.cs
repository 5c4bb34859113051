namespace Beian.Definitions.Packs.Compiling;

/// <summary>Ends a compilation that has found more faults than anybody reads; never leaves the compiler.</summary>
internal sealed class TooManyFaults : Exception;
