namespace Ferrite.SafetyDoc;

internal static class Repository
{
    /// <summary>The folder with Ferrite.slnx, here or above.</summary>
    internal static string Find()
    {
        string? folder = Directory.GetCurrentDirectory();
        while (folder is not null && !File.Exists(Path.Combine(folder, "Ferrite.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Run it inside the repository: Ferrite.slnx is in no folder above.");
    }
}
