using System.Runtime.CompilerServices;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>
/// Lowers one method from Roslyn's operation tree to MIR: control flow to blocks, and every expression to operands in C#'s order of evaluation.
/// What can't be evaluated becomes a failure at its place, so it matters only where it is reached, and a problem, so the promise is checked in every branch.
/// </summary>
internal sealed partial class MethodLowerer
{
    private readonly LoweringContext _context;
    private readonly TypeSubstitution _types;
    private readonly BodyBuilder _body = new();
    private readonly SyntaxNode _origin;
    private readonly string _key;
    private readonly bool _hasContexts;
    private readonly MethodLowerer? _outer;
    private readonly List<Problem> _problems;
    private readonly List<TextSpan> _spans;
    private readonly SortedSet<string> _calls = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, int> _locals = new(SymbolEqualityComparer.Default);
    private IMethodSymbol? _method;
    private int _this = -1;

    private MethodLowerer(LoweringContext context, TypeSubstitution types, SyntaxNode origin, string key, MethodLowerer? outer = null)
    {
        _context = context;
        _types = types;
        _origin = origin;
        _key = key;
        _outer = outer;
        _problems = outer?._problems ?? [];
        _hasContexts = outer?._hasContexts ?? HasCheckedContexts(origin);
        _spans = outer?._spans ?? [];
        context.SetOrigin(key, origin, _spans);
    }

    /// <summary>The number of parameters, <c>this</c> included.</summary>
    private int Parameters { get; set; }

    public static LoweredMethod Lower(LoweringContext context, IMethodSymbol method, string key)
    {
        SyntaxNode declaration = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation)
            ?? method.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(context.Cancellation);

        // A constructor runs initializers that stand around it.
        SyntaxNode origin = method.MethodKind == MethodKind.Constructor ? declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? declaration : declaration;
        var lowerer = new MethodLowerer(context, new TypeSubstitution(context.Compilation, method, method.ContainingType), origin, key) { _method = method };
        MirType returns = lowerer.ReturnType(method);
        try
        {
            lowerer.DeclareParameters(method);
            if (method.MethodKind == MethodKind.Constructor) lowerer.LowerConstructor(method, declaration);
            else if (!lowerer.Automatic(method)) lowerer.LowerBody(declaration);
        }
        catch (InsufficientExecutionStackException)
        {
            lowerer.Unsupported("code nested this deep", declaration);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Code with errors has shapes of all kinds; the compiler goes on whatever they are.
            lowerer.Unsupported($"code that lowering failed at ({e.GetType().Name})", declaration);
        }

        return lowerer.Finish(method, returns);
    }

    private LoweredMethod Finish(IMethodSymbol method, MirType returns)
    {
        bool isConstant = Attributes.IsConstEval(method);
        string display = Display(method);
        if (method.MethodKind == MethodKind.Constructor) display = "new " + method.ContainingType!.Name;
        MirMethod mir = _body.Build(_key, display, Parameters, returns, isConstant, _calls, _definitions, default);
        return new LoweredMethod(mir, new EquatableArray<Problem>(_outer is null ? [.. _problems] : []), _key);
    }

    private MirType ReturnType(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor) return MirType.Void;
        MirType type = TypeOf(method.ReturnType);
        return method.ReturnsByRef || method.ReturnsByRefReadonly ? MirType.RefTo(type) : type;
    }

    private void DeclareParameters(IMethodSymbol method)
    {
        if (!method.IsStatic && method.MethodKind != MethodKind.LocalFunction)
        {
            MirType type = TypeOf(method.ContainingType);
            _this = _body.Variable(type.Kind == MirKind.Struct ? MirType.RefTo(type) : type);
            Parameters++;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            MirType type = TypeOf(parameter.Type);
            _locals[parameter.OriginalDefinition] = _body.Variable(parameter.RefKind == RefKind.None ? type : MirType.RefTo(type));
            Parameters++;
        }
    }

    private void LowerBody(SyntaxNode declaration)
    {
        SyntaxNode? body = declaration switch
        {
            ArrowExpressionClauseSyntax arrow => arrow,
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
            IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
            _ => declaration,
        };
        IOperation? operation = _context.ModelOf(declaration.SyntaxTree).GetOperation(body, _context.Cancellation);
        if (declaration.ContainsDiagnostics && HasErrors(declaration)) Unsupported("code with errors", declaration);
        switch (operation)
        {
            case IMethodBodyBaseOperation method: LowerRoot(method.BlockBody ?? method.ExpressionBody); break;
            case IBlockOperation block: LowerRoot(block); break;
            default: Unsupported("a function without a body", declaration); break;
        }
    }

    private void LowerRoot(IBlockOperation? block)
    {
        if (block is null) return;
        FindCaptures(block);
        Statement(block);
    }

    private static bool HasErrors(SyntaxNode node)
    {
        foreach (Diagnostic diagnostic in node.GetDiagnostics())
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error) return true;
        }

        return false;
    }

    private MirType TypeOf(ITypeSymbol? type)
    {
        // Code with errors has operations without a type.
        if (type is null) return MirType.Unknown;
        MirType mapped = _context.TypeOf(_types.Apply(type));
        for (MirType? at = mapped; at is not null; at = at.Element)
        {
            if (at.Kind is MirKind.Struct or MirKind.Class) _definitions.Add(at.Name);
        }

        return mapped;
    }

    private MirSpan Span(SyntaxNode node)
    {
        TextSpan span = node.Span;
        if (node.SyntaxTree != _origin.SyntaxTree || !_origin.Span.Contains(span)) return default;
        if (_spans.Count == 0 || _spans[_spans.Count - 1] != span) _spans.Add(span);
        return new MirSpan(_spans.Count);
    }

    private MirSpan Span(IOperation operation) => Span(operation.Syntax);

    /// <summary>Makes the failure of an operation that can't be evaluated, and notes the broken promise.</summary>
    private MirOperand Unsupported(string what, SyntaxNode node)
    {
        MirSpan span = Span(node);
        _problems.Add(new Problem(what, span));
        _body.End(new MirFail(MirFault.Unsupported, what + " can't be evaluated", null, span));
        return MirOperand.Int(0);
    }

    private MirOperand Unsupported(string what, IOperation operation)
    {
        if (IsOpen(operation)) _body.End(new MirFail(MirFault.Unsupported, what + " can't be evaluated", null, Span(operation)));
        else _ = Unsupported(what, operation.Syntax);
        return operation.Type is null or { SpecialType: SpecialType.System_Void } ? MirOperand.Int(0) : MirOperand.Of(_body.Temp(TypeOf(operation.Type)));
    }

    private static void EnsureStack() => RuntimeHelpers.EnsureSufficientExecutionStack();
}
