using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>Lowers methods of one compilation, each once. Not thread-safe.</summary>
internal sealed partial class LoweringContext(Compilation compilation, IReadOnlyDictionary<string, string> generated, CancellationToken cancellation)
{
    private static readonly SymbolDisplayFormat KeyFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<IMethodSymbol> _requested = new();
    private readonly HashSet<SyntaxTree> _touched = [];
    private readonly Dictionary<ISymbol, string> _keys = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, LoweredMethod> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SyntaxNode Declaration, List<TextSpan> Spans)> _origins = new(StringComparer.Ordinal);

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    public IReadOnlyDictionary<string, LoweredMethod> Methods => _methods;

    /// <summary>The declarations with what positions are numbered in, by the key of their method.</summary>
    public IReadOnlyDictionary<string, (SyntaxNode Declaration, List<TextSpan> Spans)> Origins => _origins;

    /// <summary>The files that lowered code is in, and those of the types it is in or uses, with their bases.</summary>
    public IEnumerable<SyntaxTree> UsedTrees => _models.Keys.Concat(_touched);

    /// <summary>Notes that what a type declares, and inherits, matters.</summary>
    public void Touch(INamedTypeSymbol? type)
    {
        for (; type is { DeclaringSyntaxReferences.Length: > 0 }; type = type.BaseType)
        {
            foreach (SyntaxReference part in type.DeclaringSyntaxReferences) _touched.Add(part.SyntaxTree);
            foreach (INamedTypeSymbol contract in type.Interfaces)
            {
                foreach (SyntaxReference part in contract.DeclaringSyntaxReferences) _touched.Add(part.SyntaxTree);
            }
        }
    }

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out SemanticModel? model)) _models.Add(tree, model = Compilation.GetSemanticModel(tree));
        return model;
    }

    public string KeyOf(ISymbol symbol)
    {
        if (!_keys.TryGetValue(symbol, out string? key)) _keys.Add(symbol, key = symbol.ToDisplayString(KeyFormat));
        return key;
    }

    /// <summary>The method that computes a generated member, by the member's name with its type; null if it is none.</summary>
    public string? ComputedBy(IPropertySymbol property) =>
        generated.TryGetValue(property.ContainingType.ToDisplayString(KeyFormat) + "." + property.Name, out string? method) ? method : null;

    /// <summary>Lowers a closed method and all that it reaches.</summary>
    public LoweredMethod Lower(IMethodSymbol method)
    {
        Request(method);
        LowerRequested();
        return _methods[KeyOf(method)];
    }

    /// <summary>One after the other: calls may be chained deeper than a stack is.</summary>
    private void LowerRequested()
    {
        while (_requested.Count > 0)
        {
            Cancellation.ThrowIfCancellationRequested();
            IMethodSymbol next = _requested.Dequeue();
            string key = KeyOf(next);
            Touch(next.ContainingType);
            _methods[key] = MethodLowerer.Lower(this, next, key);
        }
    }

    /// <summary>Sees to it that a method will have been lowered.</summary>
    public void Request(IMethodSymbol method)
    {
        if (_known.Add(KeyOf(method))) _requested.Enqueue(method);
    }

    public void Add(LoweredMethod method) => _methods[method.Method.Key] = method;

    public bool Has(string key) => _methods.ContainsKey(key);

    public void SetOrigin(string key, SyntaxNode declaration, List<TextSpan> spans) => _origins[key] = (declaration, spans);

    /// <summary>A method with all that it reaches, itself first.</summary>
    public MirProgram Program(string key)
    {
        var methods = new List<MirMethod>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { key };
        var definitions = new SortedDictionary<string, MirDefinition>(StringComparer.Ordinal);
        var pending = new Queue<string>([key]);
        while (pending.Count > 0)
        {
            MirMethod method = _methods[pending.Dequeue()].Method;
            methods.Add(method);
            foreach (string call in CallsOf(method))
            {
                if (seen.Add(call)) pending.Enqueue(call);
            }

            foreach (string type in method.Types.Items) AddDefinition(type, definitions);
        }

        return new MirProgram(new EquatableArray<MirMethod>([.. methods]), new EquatableArray<MirDefinition>([.. definitions.Values.Select(definition => WithVirtuals(definition, seen))]));
    }

    private void AddDefinition(string type, SortedDictionary<string, MirDefinition> definitions)
    {
        if (definitions.ContainsKey(type) || !_definitions.TryGetValue(type, out MirDefinition? definition) || definition is null) return;
        definitions.Add(type, definition);
        foreach (MirField field in definition.Fields.Items)
        {
            for (MirType? at = field.Type; at is not null; at = at.Element) AddDefinition(at.Name, definitions);
        }
    }
}
