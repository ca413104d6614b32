using Ferrite.SdkFloor.Floors;

namespace Ferrite.SdkFloor.Graph;

/// <summary>All that one target of a project depends on.</summary>
internal sealed class FloorGraph
{
    private readonly Dictionary<FloorNode, FloorNode?> _parents = [];

    /// <param name="target">What is built for.</param>
    /// <param name="root">The project itself, with what it refers to.</param>
    internal FloorGraph(FloorTarget target, FloorNode root)
    {
        Target = target;
        Root = root;
        var queue = new Queue<FloorNode>();
        queue.Enqueue(root);
        _parents.Add(root, null);
        while (queue.TryDequeue(out FloorNode? node))
        {
            // In order of names, so that of two ways as short as each other the same one is told each time.
            foreach (FloorNode dependency in node.Dependencies.OrderBy(static dependency => dependency.Id, StringComparer.OrdinalIgnoreCase))
            {
                if (_parents.TryAdd(dependency, node))
                {
                    queue.Enqueue(dependency);
                }
            }
        }

        Dependencies = [.. _parents.Keys.Where(node => node != root).OrderBy(static node => node.Id, StringComparer.OrdinalIgnoreCase)];
    }

    internal FloorTarget Target { get; }

    internal FloorNode Root { get; }

    /// <summary>Direct and transitive, each once, by name.</summary>
    internal IReadOnlyList<FloorNode> Dependencies { get; }

    /// <summary>Who brought it in: the shortest way from the project, both ends included.</summary>
    internal IReadOnlyList<FloorNode> PathTo(FloorNode node)
    {
        var path = new List<FloorNode>();
        for (FloorNode? step = node; step is not null; step = _parents[step])
        {
            path.Insert(0, step);
        }

        return path;
    }
}
