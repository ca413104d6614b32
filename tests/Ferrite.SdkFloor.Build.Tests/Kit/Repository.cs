using System.Reflection;

namespace Ferrite.SdkFloor.Build.Tests.Kit;

/// <summary>Where the sources lie that the package is made from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find();

    /// <summary>Release or Debug, as this test was built.</summary>
    internal static string Configuration { get; } =
        System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)))!;

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
