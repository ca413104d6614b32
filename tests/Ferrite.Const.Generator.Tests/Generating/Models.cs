using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Tests.Generating;

/// <summary>What a pipeline's models may hold.</summary>
internal static class Models
{
    internal static void AssertValue(object? value, string step, int depth = 0)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || depth > 24) return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or IOperation or SemanticModel or Location, $"{step} hands on a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items) AssertValue(item, step, depth + 1);
            return;
        }

        if (!value.GetType().Assembly.GetName().Name!.StartsWith("Ferrite", StringComparison.Ordinal)) return;
        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)) AssertValue(field.GetValue(value), step, depth + 1);
    }
}
