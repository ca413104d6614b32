namespace System.Diagnostics.CodeAnalysis;

/// <summary>What copies of records with required members are compiled against; netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
