namespace Ferrite.Handles.Tests.Directories;

/// <summary>Everything that a name can be given to.</summary>
internal static class Members
{
    /// <summary>Those that would follow a link at the end.</summary>
    internal static IReadOnlyList<Action<DirectoryHandle, string>> ThatFollow { get; } =
    [
        static (root, name) => root.OpenFile(name).Dispose(),
        static (root, name) => root.OpenFile(name, FileAccess.ReadWrite).Dispose(),
        static (root, name) => root.CreateFile(name, FileMode.Create).Dispose(),
        static (root, name) => root.CreateFile(name, FileMode.OpenOrCreate).Dispose(),
        static (root, name) => root.OpenDirectory(name).Dispose(),
        static (root, name) => root.CreateDirectory(name).Dispose(),
        static (root, name) => root.Enumerate(name).Any(),
        static (root, name) => root.GetMetadata(name),
    ];

    internal static IReadOnlyList<Action<DirectoryHandle, string>> All { get; } =
    [
        .. ThatFollow,
        static (root, name) => root.CreateFile(name).Dispose(),
        static (root, name) => root.Delete(name),
        static (root, name) => root.Delete(name, recursive: true),
        static (root, name) => root.Move(name, "moved"),
        static (root, name) => root.Move("file", name),
        static (root, name) => root.Move("file", name, overwrite: true),
        static (root, name) => root.GetMetadata(name, followLink: false),
    ];
}
