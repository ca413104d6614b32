namespace Ferrite.Mapping.Tests.Model;

/// <summary>The file as somebody else opens it: on Windows only with a share that allows what we do.</summary>
internal static class SharedFile
{
    private const FileShare Everything = FileShare.ReadWrite | FileShare.Delete;

    internal static byte[] ReadAllBytes(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, Everything);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    internal static void Append(string path, byte[] bytes)
    {
        using FileStream file = new(path, FileMode.Append, FileAccess.Write, Everything);
        file.Write(bytes);
    }
}
