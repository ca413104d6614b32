using System.Reflection;

namespace Ferrite.Packages.Tests;

/// <summary>Where the sources lie that the packages are made from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    internal static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Find()
    {
        string? folder = System.IO.Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Ferrite.slnx")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Ferrite.slnx is in none of the folders above the test.");
    }
}
