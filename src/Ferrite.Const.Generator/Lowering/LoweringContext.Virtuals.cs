using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>
/// Virtual methods: which one runs is told by the object, so each class that evaluated code can make is asked for its own. What no code makes
/// matters to nobody.
/// </summary>
internal sealed partial class LoweringContext
{
    private readonly Dictionary<string, IMethodSymbol> _slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, INamedTypeSymbol> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MirVirtual>> _virtuals = new(StringComparer.Ordinal);

    /// <summary>The key of what is called for a virtual method, whose own is that of the method it overrides first.</summary>
    public string SlotOf(IMethodSymbol method)
    {
        IMethodSymbol root = Root(method);
        string slot = "virtual " + KeyOf(root);
        if (_slots.ContainsKey(slot)) return slot;
        _slots.Add(slot, root);
        foreach (KeyValuePair<string, INamedTypeSymbol> known in _classes.ToArray()) Pair(slot, root, known.Key, known.Value);
        return slot;
    }

    /// <summary>The method that a virtual one overrides first.</summary>
    public static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden) method = overridden;
        return method;
    }

    private void AddClass(string name, INamedTypeSymbol type)
    {
        if (type.IsValueType || type.IsAbstract) return;
        _classes[name] = type;
        foreach (KeyValuePair<string, IMethodSymbol> slot in _slots.ToArray()) Pair(slot.Key, slot.Value, name, type);
    }

    private void Pair(string slot, IMethodSymbol root, string name, INamedTypeSymbol type)
    {
        if (Implementation(root, type) is not { } method) return;
        if (!_virtuals.TryGetValue(name, out List<MirVirtual>? known)) _virtuals.Add(name, known = []);
        bool isPromised = IsAutomatic(method) || (method.DeclaringSyntaxReferences.Length > 0 && !method.IsAbstract && Attributes.IsPromised(method));
        known.Add(new MirVirtual(slot, isPromised ? KeyOf(method) : null, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
        if (isPromised) Request(method);
    }

    private static IMethodSymbol? Implementation(IMethodSymbol root, INamedTypeSymbol type)
    {
        if (root.ContainingType.TypeKind == TypeKind.Interface) return type.FindImplementationForInterfaceMember(root) as IMethodSymbol;
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach (IMethodSymbol method in at.GetMembers(root.Name).OfType<IMethodSymbol>())
            {
                if (SymbolEqualityComparer.Default.Equals(Root(method), root)) return method;
            }
        }

        return null;
    }

    /// <summary>What a method calls, of a virtual one all that it may be.</summary>
    private IEnumerable<string> CallsOf(MirMethod method) => method.IsVirtual
        ? _virtuals.Values.SelectMany(static known => known).Where(known => string.Equals(known.Slot, method.Key, StringComparison.Ordinal) && known.Method is not null).Select(static known => known.Method!)
        : method.Calls.Items;

    private MirDefinition WithVirtuals(MirDefinition definition, HashSet<string> reached) => _virtuals.TryGetValue(definition.Name, out List<MirVirtual>? known)
        ? definition with { Virtuals = new EquatableArray<MirVirtual>([.. known.Where(entry => reached.Contains(entry.Slot)).OrderBy(static entry => entry.Slot, StringComparer.Ordinal)]) }
        : definition;
}
