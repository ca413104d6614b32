using System.Reflection;
using Ferrite.Rfcs.Documents;

namespace Ferrite.Rfcs.Lifecycle;

/// <summary>Makes the folder. What is there stays as it is.</summary>
internal static class RfcSetup
{
    /// <summary>The files by their paths from the root, and whether each was made.</summary>
    internal static IReadOnlyList<(string Path, bool IsNew)> Run(string directory)
    {
        var tree = new RfcTree(directory);
        (string Path, string Name)[] files = [(tree.TemplatePath, RfcTree.TemplateName), (tree.TeamsPath, RfcTree.TeamsName)];
        return [.. files
            .Select(file => (tree.Relative(file.Path), Make(file.Path, file.Name)))];
    }

    private static bool Make(string path, string name)
    {
        if (File.Exists(path))
        {
            return false;
        }

        DocumentFile.Create(path, Resource(name));
        return true;
    }

    /// <summary>A file that is part of this library.</summary>
    internal static byte[] Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
