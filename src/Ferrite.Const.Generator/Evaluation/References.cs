namespace Ferrite.Const.Generator.Evaluation;

/// <summary>What makes a reference to a field of the object in its argument.</summary>
internal sealed record FieldReference(int Offset, bool IsScalar);

/// <summary>What makes a reference to an element: an array or span, and the index.</summary>
internal sealed record ElementReference;
