using System.Collections.Immutable;
using Ferrite.Const.Generator.Mir;
using Ferrite.Const.Generator.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Literals;

/// <summary>Writes the aliases of the literals and named values that a project uses as types, and the value arrays that are not shipped.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class LiteralGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<string>> used = Distinct(
            context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => LiteralSyntax.IsLiteral(node),
                static (found, _) => ((IdentifierNameSyntax)found.Node).Identifier.ValueText),
            "UsedLiterals");
        IncrementalValueProvider<EquatableArray<Finding>> taken = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => LiteralSyntax.IsAlias(node),
                static (found, _) => Taken((UsingDirectiveSyntax)found.Node))
            .Collect().Select(static (findings, _) => new EquatableArray<Finding>([.. findings])).WithTrackingName("TakenNames");
        IncrementalValueProvider<EquatableArray<NamedLiteral>> named = context.SyntaxProvider.ForAttributeWithMetadataName(
                "Ferrite.Const.ConstLiteralAttribute",
                static (_, _) => true,
                static (found, cancellation) => new EquatableArray<NamedLiteral>(
                    [.. found.Attributes.Select(attribute => NamedLiteral.From(attribute, cancellation)).OfType<NamedLiteral>()]))
            .Collect().Select(static (lists, _) => new EquatableArray<NamedLiteral>([.. lists.SelectMany(list => list)])).WithTrackingName("NamedLiterals");

        context.RegisterSourceOutput(
            used.Combine(named).Combine(taken).WithTrackingName("Aliases"),
            static (output, models) => AliasFile.Write(output, models.Left.Left, models.Left.Right, models.Right));

        IncrementalValueProvider<EquatableArray<string>> arrays = Distinct(
            context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => LiteralSyntax.IsValueArray(node),
                static (found, _) => ((GenericNameSyntax)found.Node).Identifier.ValueText),
            "UsedArrays");
        IncrementalValueProvider<bool> ships = context.CompilationProvider
            .Select(static (compilation, _) => string.Equals(compilation.AssemblyName, ValueArrayFile.Shipper, StringComparison.Ordinal)).WithTrackingName("Ships");
        context.RegisterSourceOutput(
            arrays.Combine(ships).WithTrackingName("Arrays"),
            static (output, models) => ValueArrayFile.Write(output, models.Left, models.Right));
    }

    private static Finding Taken(UsingDirectiveSyntax alias)
    {
        string name = alias.Alias!.Name.Identifier.ValueText;
        return Finding.At(alias.GetLocation(), ConstRules.LiteralTaken, $"{name} is the number's own name, which Ferrite.Const writes: remove this alias");
    }

    private static IncrementalValueProvider<EquatableArray<string>> Distinct(IncrementalValuesProvider<string> names, string step) =>
        names.Collect().Select(static (all, _) => new EquatableArray<string>(Sorted(all))).WithTrackingName(step);

    private static string[] Sorted(ImmutableArray<string> names)
    {
        var distinct = new SortedSet<string>(names, StringComparer.Ordinal);
        return [.. distinct];
    }
}
