namespace Ferrite.Handles.Tests.Directories;

/// <summary>A tree of directories, files and links, and what a name means in it: path_resolution(7) in plain words.</summary>
internal sealed class ModelTree
{
    private const int MostLinks = 40;

    internal ModelTree(IEnumerable<(int Parent, string Name, EntryKind Kind, string Target)> plan)
    {
        List<Node> directories = [Root];
        foreach ((int parent, string name, EntryKind kind, string target) in plan)
        {
            Node directory = directories[parent % directories.Count];
            if (directory.Children.ContainsKey(name))
            {
                continue;
            }

            var node = new Node(directory, name, kind, target);
            directory.Children.Add(name, node);
            if (kind == EntryKind.Directory)
            {
                directories.Add(node);
            }
        }
    }

    internal enum Answer
    {
        Inside,
        Outside,
        NotFound,
        NotADirectory,
        TooManyLinks,
    }

    internal Node Root { get; } = new(null, "", EntryKind.Directory, "");

    /// <summary>What a name means, links at the end included. In the name itself, unlike in a link, "." and empty parts mean nothing, at its end too.</summary>
    internal (Answer Answer, Node? Node) Resolve(string name)
    {
        int links = 0;
        Node? end = Root;
        Answer answer = Walk(ref end, string.Join('/', name.Split('/').Where(static part => part is not ("" or "."))), ref links);
        return (answer, answer == Answer.Inside ? end : null);
    }

    internal void Create(string directory) => Root.Create(directory);

    private static Answer Walk(ref Node? at, string path, ref int links)
    {
        if (path.StartsWith('/'))
        {
            return Answer.Outside;
        }

        foreach (string part in path.Split('/'))
        {
            if (at!.Kind != EntryKind.Directory)
            {
                return Answer.NotADirectory;
            }

            if (part is "" or ".")
            {
                continue;
            }

            if (part is "..")
            {
                at = at.Parent;
                if (at is null)
                {
                    return Answer.Outside;
                }

                continue;
            }

            if (!at.Children.TryGetValue(part, out Node? next))
            {
                return Answer.NotFound;
            }

            if (next.Kind == EntryKind.SymbolicLink)
            {
                if (++links > MostLinks)
                {
                    return Answer.TooManyLinks;
                }

                Answer answer = Walk(ref at, next.Target, ref links);
                if (answer != Answer.Inside)
                {
                    return answer;
                }
            }
            else
            {
                at = next;
            }
        }

        return Answer.Inside;
    }

    /// <param name="Parent">Null for the root.</param>
    /// <param name="Name">In its parent.</param>
    /// <param name="Kind">Directory, file or link.</param>
    /// <param name="Target">Of a link.</param>
    internal sealed record Node(Node? Parent, string Name, EntryKind Kind, string Target)
    {
        internal Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        /// <summary>Without any link.</summary>
        internal string Path => Parent is null ? "." : $"{Parent.Path}/{Name}";

        internal void Create(string directory)
        {
            foreach (Node child in Children.Values)
            {
                string path = System.IO.Path.Combine(directory, child.Name);
                switch (child.Kind)
                {
                    case EntryKind.Directory:
                        Directory.CreateDirectory(path);
                        child.Create(path);
                        break;
                    case EntryKind.File:
                        File.WriteAllText(path, child.Path);
                        break;
                    default:
                        File.CreateSymbolicLink(path, child.Target);
                        break;
                }
            }
        }
    }
}
