using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ferrite.Const.Generator.Lowering;

/// <summary><c>finally</c> and <c>using</c>: code that every way out runs through. A failure is no way out, as it ends the evaluation.</summary>
internal sealed partial class MethodLowerer
{
    private readonly List<Cleanup> _cleanups = [];
    private readonly Dictionary<ILabelSymbol, int> _labelDepths = new(SymbolEqualityComparer.Default);

    private void Try(ITryOperation operation)
    {
        if (operation.Catches.Length > 0 || operation.Finally is not { } cleanup) Unsupported(Describe(operation), operation);
        else Guarded(() => Statement(operation.Body), () => Statement(cleanup), Span(cleanup));
    }

    private void Using(IUsingOperation operation)
    {
        if (operation.IsAsynchronous) Unsupported("'await'", operation);
        else if (operation.Resources is IVariableDeclarationGroupOperation group) Using([.. group.Declarations.SelectMany(static declaration => declaration.Declarators)], 0, () => Statement(operation.Body));
        else if (operation.Resources.Type is { } type) Disposed(Held(Lower(operation.Resources), TypeOf(type), Span(operation.Resources)).Local, type, operation.Resources, () => Statement(operation.Body));
    }

    private void Using(IReadOnlyList<IVariableDeclaratorOperation> resources, int next, Action body)
    {
        if (next == resources.Count)
        {
            body();
            return;
        }

        Declare(resources[next]);
        Disposed(_locals[resources[next].Symbol], resources[next].Symbol.Type, resources[next], () => Using(resources, next + 1, body));
    }

    private void Disposed(int resource, ITypeSymbol declared, IOperation operation, Action body)
    {
        MirSpan span = Span(operation);
        MirType type = TypeOf(declared);
        if (Disposer(_types.Apply(declared)) is not { } dispose)
        {
            Unsupported($"'using' of {type.Display}", operation);
            return;
        }

        Guarded(body, Dispose, span);

        void Dispose()
        {
            int present = _body.Block(), after = _body.Block();
            _body.Branch(IsNotNull(MirOperand.Of(resource), type, span), present, after, span);
            _body.Start(present);
            MirOperand receiver = type.Kind == MirKind.Struct ? Evaluate(MirType.RefTo(type), Refer(MirPlace.Of(resource)), span) : MirOperand.Of(resource);
            _ = Call(dispose, operation, [receiver], span);
            _body.FallInto(after, span);
        }
    }

    /// <summary>What ends the use of a resource: of its interface, or of a ref struct by its name.</summary>
    private IMethodSymbol? Disposer(ITypeSymbol type)
    {
        ISymbol? declared = _context.Compilation.GetSpecialType(SpecialType.System_IDisposable).GetMembers("Dispose").FirstOrDefault();
        if (declared is not null && type.TypeKind != TypeKind.Interface && type.FindImplementationForInterfaceMember(declared) is IMethodSymbol found) return found;
        return type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(static method => method is { Parameters.Length: 0, IsStatic: false });
    }

    /// <summary>Each way out of the body notes where it leads, and goes through the cleanup, which is there once.</summary>
    private void Guarded(Action body, Action cleanup, MirSpan span)
    {
        EnsureStack();
        var scope = new Cleanup(_body.Block(), _body.Variable(MirType.Int));
        int after = _body.Block(), depth = _cleanups.Count;
        _cleanups.Add(scope);
        body();
        Leave(after, depth, span);
        _cleanups.RemoveAt(depth);
        _body.Start(scope.Block);
        cleanup();
        long[] values = [.. Enumerable.Range(0, scope.Exits.Count - 1)];
        if (values.Length == 0) _body.Goto(scope.Exits[0], span);
        else _body.End(new MirSwitchInt(MirOperand.Of(scope.Selector), new EquatableArray<long>(values), new EquatableArray<int>([.. scope.Exits.Take(values.Length)]), scope.Exits[values.Length], span));
        _body.Start(after);
    }

    /// <summary>Goes to a block that stands in so many cleanups, through those it doesn't stand in, the innermost first.</summary>
    private void Leave(int target, int depth, MirSpan span)
    {
        for (int i = _cleanups.Count - 1; i >= depth; i--)
        {
            Cleanup scope = _cleanups[i];
            int next = i == depth ? target : _body.Block();
            _body.Assign(MirPlace.Of(scope.Selector), new MirUse(MirOperand.Int(scope.Exits.Count)), span);
            scope.Exits.Add(next);
            _body.Goto(scope.Block, span);
            if (i > depth) _body.Start(next);
        }

        if (_cleanups.Count <= depth) _body.Goto(target, span);
    }

    private void Jump(IBranchOperation branch)
    {
        // A label further down may stand outside, which its place alone would tell.
        bool isKnown = _labels.ContainsKey(branch.Target);
        if (!isKnown && _cleanups.Count > 0) Unsupported("'goto' to a label further down, within 'try' or 'using',", branch);
        else Leave(Label(branch.Target), _labelDepths[branch.Target], Span(branch));
    }

    private void Leave(MirOperand? result, MirSpan span)
    {
        if (_cleanups.Count > 0)
        {
            int exit = _body.Block();
            Leave(exit, 0, span);
            _body.Start(exit);
        }

        _body.End(new MirReturn(result, span));
    }

    private sealed class Cleanup(int block, int selector)
    {
        public int Block { get; } = block;

        /// <summary>The variable that tells which of the exits it is.</summary>
        public int Selector { get; } = selector;

        public List<int> Exits { get; } = [];
    }
}
