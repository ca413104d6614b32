using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

internal sealed partial class MethodLowerer
{
    private readonly Dictionary<ISymbol, List<ISymbol>> _captures = new(SymbolEqualityComparer.Default);

    private static bool HasCheckedContexts(SyntaxNode node)
    {
        foreach (SyntaxToken token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.UncheckedKeyword)) return true;
        }

        return false;
    }

    private static bool HasLocalFunctions(SyntaxNode node)
    {
        foreach (SyntaxNode inner in node.DescendantNodes(static inner => inner is not ExpressionSyntax))
        {
            if (inner is LocalFunctionStatementSyntax) return true;
        }

        return false;
    }

    /// <summary>Whether arithmetic fails on overflow here: always but within an explicit <c>unchecked</c>, which operations don't tell from the default.</summary>
    private bool IsChecked(IOperation operation)
    {
        if (!_hasContexts) return true;
        for (SyntaxNode? node = operation.Syntax; node is not null && node != _origin.Parent; node = node.Parent)
        {
            if (node.IsKind(SyntaxKind.UncheckedExpression) || node.IsKind(SyntaxKind.UncheckedStatement)) return false;
            if (node.IsKind(SyntaxKind.CheckedExpression) || node.IsKind(SyntaxKind.CheckedStatement)) return true;
        }

        return true;
    }

    /// <summary>Finds what local functions use of the variables around them, calls among them included.</summary>
    private void FindCaptures(IOperation root)
    {
        if (_outer is not null || !HasLocalFunctions(_origin)) return;
        var calls = new List<(ISymbol From, ISymbol To)>();
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is not ILocalFunctionOperation function) continue;
            var used = new List<ISymbol>();
            _captures[function.Symbol] = used;
            foreach (IOperation inner in function.Descendants())
            {
                ISymbol? symbol = inner switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _method?.ContainingType,
                    _ => null,
                };
                if (inner is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call) calls.Add((function.Symbol, call.TargetMethod.OriginalDefinition));
                if (symbol is not null && !IsWithin(symbol, function.Symbol) && !used.Contains(symbol, SymbolEqualityComparer.Default)) used.Add(symbol);
            }
        }

        for (bool changed = calls.Count > 0; changed;)
        {
            changed = false;
            foreach ((ISymbol from, ISymbol to) in calls)
            {
                foreach (ISymbol symbol in _captures[to].ToArray())
                {
                    if (IsWithin(symbol, from) || _captures[from].Contains(symbol, SymbolEqualityComparer.Default)) continue;
                    _captures[from].Add(symbol);
                    changed = true;
                }
            }
        }
    }

    private static bool IsWithin(ISymbol symbol, ISymbol function)
    {
        if (symbol is ILocalSymbol { IsConst: true }) return true;
        for (ISymbol? at = symbol.ContainingSymbol; at is not null; at = at.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(at, function)) return true;
        }

        return false;
    }

    /// <summary>A local function is a method with references to what it captures before its parameters.</summary>
    private void LowerLocalFunction(ILocalFunctionOperation function, IMethodSymbol symbol, string key)
    {
        // Stands in for itself while it is lowered: it may call itself.
        _context.Add(new LoweredMethod(Empty(key), EquatableArray<Problem>.Empty, key));
        var lowerer = new MethodLowerer(_context, new TypeSubstitution(_context.Compilation, symbol, (Root._method ?? symbol).ContainingType), _origin, key, this) { _method = symbol };
        foreach (ISymbol captured in Captures(symbol))
        {
            if (captured is INamedTypeSymbol)
            {
                lowerer._this = lowerer._body.Variable(_body.TypeOf(_this));
            }
            else
            {
                MirType type = ValueType(captured);
                lowerer._locals[captured] = lowerer._body.Variable(MirType.RefTo(type));
            }

            lowerer.Parameters++;
        }

        lowerer.DeclareParameters(symbol);
        if (function.Body is { } body) lowerer.Statement(body);
        else lowerer.Unsupported("a function without a body", function);
        _context.Add(lowerer.Finish(symbol, lowerer.ReturnType(symbol)));
    }

    private static MirMethod Empty(string key) => new BodyBuilder().Build(key, key, 0, MirType.Void, false, [], [], default);

    private MethodLowerer Root => _outer?.Root ?? this;

    private List<ISymbol> Captures(IMethodSymbol function) => Root._captures.TryGetValue(function.OriginalDefinition, out List<ISymbol>? captured) ? captured : [];

    /// <summary>The type of a variable's value, through the reference that a captured one or a ref local is.</summary>
    private MirType ValueType(ISymbol variable)
    {
        MirType type = _body.TypeOf(_locals[variable]);
        return type.Kind == MirKind.Ref ? type.Element! : type;
    }
}
