using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ferrite.Const.Generator.Mir;
using Microsoft.CodeAnalysis;

namespace Ferrite.Const.Generator.Lowering;

/// <summary>
/// The last lowering of each project, kept for as long as its compilation is. An edit that can't concern it, in bodies of other files, of names that
/// evaluated code doesn't mention, or of nothing but comments, is answered from it: nothing is bound.
/// </summary>
internal static class LoweringCache
{
    private static readonly ConcurrentDictionary<string, WeakReference<Compilation>> Last = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<Compilation, Entry> Entries = new();

    public static LoweringResult Lower(Compilation compilation, CancellationToken cancellation)
    {
        string project = compilation.AssemblyName ?? "";
        if (Last.TryGetValue(project, out WeakReference<Compilation>? last) && last.TryGetTarget(out Compilation? before)
            && Entries.TryGetValue(before, out Entry? entry) && Reuse(entry, before, compilation, cancellation) is { } reused)
        {
            Remember(project, compilation, reused);
            return reused.Result;
        }

        LoweringResult result = ProgramLowerer.Lower(compilation, CandidateFinder.Find(compilation, cancellation), cancellation, out HashSet<SyntaxTree> used);
        Remember(project, compilation, new Entry(result, used));
        return result;
    }

    private static void Remember(string project, Compilation compilation, Entry entry)
    {
        Entries.Remove(compilation);
        Entries.Add(compilation, entry);
        Last[project] = new WeakReference<Compilation>(compilation);
    }

    private static Entry? Reuse(Entry entry, Compilation before, Compilation after, CancellationToken cancellation)
    {
        if (ReferenceEquals(before, after)) return entry;

        // By reference: an edit keeps them, and those of a compiler's command line refuse to be compared.
        if (!ReferenceEquals(before.Options, after.Options) || !SameReferences(before, after)) return null;
        SyntaxTree[] old = [.. before.SyntaxTrees], trees = [.. after.SyntaxTrees];
        if (old.Length != trees.Length) return null;
        EquatableArray<MethodPosition> positions = entry.Result.Positions;
        HashSet<SyntaxTree> used = entry.Used;
        HashSet<string>? names = null;
        for (int i = 0; i < trees.Length; i++)
        {
            if (ReferenceEquals(old[i], trees[i])) continue;
            cancellation.ThrowIfCancellationRequested();
            if (!old[i].Options.Equals(trees[i].Options) || !string.Equals(old[i].FilePath, trees[i].FilePath, StringComparison.Ordinal)) return null;
            if (!used.Contains(old[i]))
            {
                names ??= CandidateFinder.Names(before, cancellation);
                if (CandidateFinder.MayDeclare(trees[i], names, cancellation) || !TreeComparison.IsUnrelated(old[i], trees[i], used, cancellation)) return null;
                continue;
            }

            if (!trees[i].IsEquivalentTo(old[i]) || !positions.Items.Any(position => string.Equals(position.Path, trees[i].FilePath, StringComparison.Ordinal))) return null;
            var moves = new TokenMoves(old[i], trees[i], cancellation);
            positions = new EquatableArray<MethodPosition>([.. positions.Items.Select(position => string.Equals(position.Path, trees[i].FilePath, StringComparison.Ordinal) ? moves.Apply(position) : position)]);
            used = [.. used.Where(tree => tree != old[i]), trees[i]];
        }

        return new Entry(positions == entry.Result.Positions ? entry.Result : entry.Result with { Positions = positions }, used);
    }

    private static bool SameReferences(Compilation before, Compilation after)
    {
        MetadataReference[] old = [.. before.References], now = [.. after.References];
        if (old.Length != now.Length) return false;
        for (int i = 0; i < old.Length; i++)
        {
            if (!ReferenceEquals(old[i], now[i])) return false;
        }

        return true;
    }

    private sealed class Entry(LoweringResult result, HashSet<SyntaxTree> used)
    {
        public readonly LoweringResult Result = result;

        /// <summary>The files that what was lowered is in.</summary>
        public readonly HashSet<SyntaxTree> Used = used;
    }
}
