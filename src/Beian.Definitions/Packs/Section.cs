using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs;

/// <summary>A group of fields under one heading.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its heading; null for a group without one.</param>
/// <param name="Relevant">When it applies; null: always.</param>
/// <param name="Fields">Its fields, in order.</param>
public sealed record Section(string Code, LocalizedText? Title, Expression? Relevant, IReadOnlyList<Field> Fields);
