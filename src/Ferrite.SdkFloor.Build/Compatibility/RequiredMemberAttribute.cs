namespace System.Runtime.CompilerServices;

/// <summary>What required members are compiled against; netstandard2.0 lacks it.</summary>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
internal sealed class RequiredMemberAttribute : Attribute;
