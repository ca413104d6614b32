using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ferrite.Const.Generator.Rules.Closed;

/// <summary>
/// Who uses what. A closed use is judged at once; an open one when all are known, for each closing of what it stands in. Added to from many
/// threads, read when they are done.
/// </summary>
internal sealed class ConstUses
{
    /// <summary>A recursion that closes ever new types ends at run time or never; here it ends.</summary>
    private const int LongestChain = 64;

    /// <summary>So does one that closes two of them at each step, or one twice as large; from one place.</summary>
    private const int MostFollowed = 10_000;
    private const int LargestTarget = 1000;

    private readonly ConcurrentDictionary<ISymbol, ConcurrentBag<ConstUse>> _openIn = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentBag<ConstUse> _closed = [];
    private int _followed;

    internal void Add(ConstUse use, ISymbol? container, Action<Diagnostic> report)
    {
        if (use.IsOpen)
        {
            if (Definition(container) is { } definition)
            {
                _openIn.GetOrAdd(definition, static _ => []).Add(use);
            }

            return;
        }

        bool fails = false;
        foreach ((DiagnosticDescriptor rule, string message) in ConstDemands.Failing(use))
        {
            fails = true;
            report(Diagnostic.Create(rule, use.Location, message));
        }

        // What is wrong by itself goes wrong further in too: said once.
        if (!fails)
        {
            _closed.Add(use);
        }
    }

    internal void ReportThroughOthers(CompilationAnalysisContext context)
    {
        var sound = new HashSet<ISymbol>(SymbolEqualityComparer.Default);

        // In the order of the source, whichever thread found them first; what one spends on types without end is not the others' to lack.
        foreach (ConstUse root in _closed.OrderBy(static use => use.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static use => use.Location.SourceSpan.Start))
        {
            _followed = 0;
            Follow(root, [], root.Location, sound, context);
        }
    }

    /// <summary>False where something further in fails. A target that is being followed, or is known to be sound, is followed no more.</summary>
    private bool Follow(ConstUse closed, List<ISymbol> chain, Location root, HashSet<ISymbol> sound, CompilationAnalysisContext context)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (chain.Count >= LongestChain || closed.ReadAs is not null || ++_followed > MostFollowed || Substitution.IsLargerThan(LargestTarget, closed.Target) || !sound.Add(closed.Target))
        {
            return true;
        }

        bool isSound = true;
        chain.Add(closed.Target);
        var arguments = new Substitution(closed.Target);
        foreach (ConstUse next in OpenIn(closed.Target).Select(open => open.Close(arguments)).Where(next => !next.IsOpen))
        {
            bool fails = false;
            foreach ((DiagnosticDescriptor rule, string message) in ConstDemands.Failing(next))
            {
                fails = true;
                context.ReportDiagnostic(Diagnostic.Create(rule, root, [next.Location], $"{message} (through {string.Join(" → ", chain.Select(ConstSymbols.Name))})"));
            }

            isSound &= !fails && Follow(next, chain, root, sound, context);
        }

        chain.RemoveAt(chain.Count - 1);
        if (!isSound)
        {
            sound.Remove(closed.Target);
        }

        return isSound;
    }

    /// <summary>A method's, and with an object of a type all that its fields and bases use.</summary>
    private IEnumerable<ConstUse> OpenIn(ISymbol target)
    {
        IEnumerable<ConstUse> uses = _openIn.TryGetValue(target.OriginalDefinition, out ConcurrentBag<ConstUse>? own) ? own : [];
        return target is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && _openIn.TryGetValue(constructor.ContainingType.OriginalDefinition, out ConcurrentBag<ConstUse>? ofType)
            ? uses.Concat(ofType)
            : uses;
    }

    /// <summary>A field's type is its container's; a local function is part of its method; an accessor stands for its property.</summary>
    private static ISymbol? Definition(ISymbol? container) => container switch
    {
        IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } inner => Definition(inner.ContainingSymbol),
        IMethodSymbol method => method.OriginalDefinition,
        IPropertySymbol property => (property.GetMethod ?? property.SetMethod)?.OriginalDefinition,
        INamedTypeSymbol type => type.OriginalDefinition,
        IFieldSymbol field => field.ContainingType.OriginalDefinition,
        _ => null,
    };
}
