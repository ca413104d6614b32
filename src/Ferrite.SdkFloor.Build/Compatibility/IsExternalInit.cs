namespace System.Runtime.CompilerServices;

/// <summary>What init accessors and records are compiled against; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
