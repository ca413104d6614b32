using System.Globalization;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class LoweringContext
{
    public const int HasValue = 0;
    public const int NullableValue = 1;

    private readonly Dictionary<string, MirDefinition?> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> _positional = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<ISymbol, int>> _fields = new(StringComparer.Ordinal);

    public MirDefinition Definition(MirType type) => _definitions[type.Name]!;

    /// <summary>A field's number in a type or one derived from it, or -1.</summary>
    public int FieldOf(MirType type, IFieldSymbol field)
    {
        if (field.ContainingType.IsTupleType && field.CorrespondingTupleField is { } item && item.Name.StartsWith("Item", StringComparison.Ordinal))
        {
            return int.TryParse(item.Name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1;
        }

        return _fields.TryGetValue(type.Name, out Dictionary<ISymbol, int>? fields) && fields.TryGetValue(field.OriginalDefinition, out int known) ? known : -1;
    }

    /// <summary>The field that an automatic property is; null where an accessor has a body.</summary>
    public static IFieldSymbol? AutomaticField(IPropertySymbol property) =>
        BackingField(property) is { } field && IsBare(property.GetMethod) && IsBare(property.SetMethod) ? field : null;

    /// <summary>Whether the compiler writes the accessor.</summary>
    public static bool IsAutomatic(IMethodSymbol accessor) => IsBare(accessor) && accessor.AssociatedSymbol is IPropertySymbol { IsStatic: false } property && BackingField(property) is not null;

    /// <summary>The field behind a property, or null.</summary>
    public static IFieldSymbol? BackingField(IPropertySymbol property)
    {
        foreach (ISymbol member in property.ContainingType.GetMembers($"<{property.Name}>k__BackingField"))
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } field && SymbolEqualityComparer.Default.Equals(owner, property)) return field;
        }

        return null;
    }

    private static bool IsBare(IMethodSymbol? accessor) => accessor?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is null or ParameterSyntax or TypeDeclarationSyntax or AccessorDeclarationSyntax { Body: null, ExpressionBody: null };

    /// <summary>The fields that a record's parameters became, in their order; null if the type is no positional record.</summary>
    public int[]? PositionalFields(string type) => _positional.TryGetValue(type, out int[]? numbers) ? numbers : null;

    private void Define(string name, INamedTypeSymbol type)
    {
        if (_definitions.ContainsKey(name)) return;
        _definitions.Add(name, null);
        Touch(type.OriginalDefinition);
        var fields = new List<MirField>();
        var numbers = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            fields.Add(new MirField("HasValue", MirType.Bool));
            fields.Add(new MirField("Value", TypeOf(type.TypeArguments[0])));
        }
        else if (type.IsTupleType)
        {
            foreach (IFieldSymbol element in type.TupleElements) fields.Add(new MirField(element.Name, TypeOf(element.Type)));
        }
        else
        {
            AddFields(type, fields, numbers);
        }

        _fields[name] = numbers;
        if (Primary(type) is { } primary) _positional[name] = Positions(primary, fields);
        bool isValue = type.IsTupleType || type.IsRecord || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || type.IsValueType;
        _definitions[name] = new MirDefinition(
            name,
            type.IsValueType,
            new EquatableArray<MirField>([.. fields]),
            new EquatableArray<string>([.. Ancestors(type)]),
            isValue,
            type.IsValueType ? Shape(type, fields, numbers) : null);
        AddClass(name, type);
    }

    private void AddFields(INamedTypeSymbol type, List<MirField> fields, Dictionary<ISymbol, int> numbers)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } parent && !type.IsValueType) AddFields(parent, fields, numbers);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is not IFieldSymbol { IsStatic: false, IsConst: false } field) continue;
            numbers[field.OriginalDefinition] = fields.Count;
            fields.Add(new MirField(field.AssociatedSymbol?.Name ?? field.Name, TypeOf(field.Type)));
        }
    }

    private static IEnumerable<string> Ancestors(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type.BaseType; at is not null; at = at.BaseType) yield return at.ToDisplayString(NameFormat);
        foreach (INamedTypeSymbol contract in type.AllInterfaces) yield return contract.ToDisplayString(NameFormat);
    }

    /// <summary>How generated code in the assembly can build a struct of given fields.</summary>
    private static MirShape Shape(INamedTypeSymbol type, List<MirField> fields, Dictionary<ISymbol, int> numbers)
    {
        if (type.IsTupleType) return new MirShape(true, EquatableArray<int>.Empty, EquatableArray<int>.Empty, null);
        var left = new HashSet<int>(Enumerable.Range(0, fields.Count));
        var arguments = new List<int>();
        if (Primary(type) is { } primary)
        {
            arguments.AddRange(Positions(primary, fields));
            left.ExceptWith(arguments);
        }

        var members = new List<int>();
        string? unreachable = null;
        foreach (KeyValuePair<ISymbol, int> field in numbers)
        {
            if (!left.Contains(field.Value)) continue;
            if (IsSettable((IFieldSymbol)field.Key)) members.Add(field.Value);
            else unreachable ??= fields[field.Value].Name;
        }

        return new MirShape(false, new EquatableArray<int>([.. arguments]), new EquatableArray<int>([.. members]), unreachable);
    }

    /// <summary>The constructor that a positional record's parameters are of.</summary>
    private static IMethodSymbol? Primary(INamedTypeSymbol type) => !type.IsRecord ? null : type.InstanceConstructors.FirstOrDefault(static constructor =>
        constructor.Parameters.Length > 0 && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax);

    private static int[] Positions(IMethodSymbol primary, List<MirField> fields) =>
        [.. primary.Parameters.Select(parameter => fields.FindIndex(field => string.Equals(field.Name, parameter.Name, StringComparison.Ordinal)))];

    private static bool IsSettable(IFieldSymbol field)
    {
        const Accessibility Least = Accessibility.Internal;
        if (field.AssociatedSymbol is IPropertySymbol property) return property.SetMethod is { DeclaredAccessibility: >= Least } && property.DeclaredAccessibility >= Least;
        return !field.IsReadOnly && field.DeclaredAccessibility >= Least;
    }
}
