using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Directories;

/// <summary>Links of /proc that lead to objects, whatever their text says; and what is mounted.</summary>
public sealed class KernelLinkTests : LeakCheckedTests
{
    [NeedsFact(Needs.Linux)]
    public void Links_to_the_kernels_own_objects_are_not_followed()
    {
        using var ground = new Playground();
        using FileStream open = File.Open(Path.Combine(ground.Outside, "file"), FileMode.Open);
        using DirectoryHandle process = DirectoryHandle.Open("/proc/self");
        int number = open.SafeFileHandle.DangerousGetHandle().ToInt32();
        EitherWay.Do(() =>
        {
            foreach (string name in (string[])["root", "root/etc/passwd", "cwd", "cwd/x", "exe", $"fd/{number}", $"task/{Environment.ProcessId}/root/etc"])
            {
                Assert.Throws<PathEscapeException>(() => process.OpenFile(name));
                Assert.Throws<PathEscapeException>(() => process.OpenDirectory(name));
                Assert.Throws<PathEscapeException>(() => process.GetMetadata(name));
            }

            // Their texts are no paths.
            Assert.Throws<FileNotFoundException>(() => process.OpenFile("ns/mnt"));
            Assert.Equal(EntryKind.SymbolicLink, process.GetMetadata("root", followLink: false).Kind);
        });
    }

    /// <summary>/proc/self is an ordinary link, and so is /proc/mounts through it.</summary>
    [NeedsFact(Needs.Linux)]
    public void Ordinary_links_of_proc_are_followed()
    {
        using DirectoryHandle proc = DirectoryHandle.Open("/proc");
        EitherWay.Do(() =>
        {
            foreach (string name in (string[])["self/status", "mounts"])
            {
                using SafeFileHandle file = proc.OpenFile(name);
                Assert.True(RandomAccess.Read(file, new byte[10], 0) > 0);
            }
        });
    }

    [NeedsFact(Needs.Linux | Needs.Mount)]
    public void What_is_mounted_beneath_is_beneath_and_leads_out_no_more_than_the_rest()
    {
        using SmallFileSystem mounted = SmallFileSystem.Tmpfs(1 << 20);
        string above = Path.GetDirectoryName(mounted.Path)!;
        string name = Path.GetFileName(mounted.Path);
        File.WriteAllText(Path.Combine(mounted.Path, "file"), "mounted");
        File.CreateSymbolicLink(Path.Combine(mounted.Path, "back"), $"../{name}/file");
        File.CreateSymbolicLink(Path.Combine(mounted.Path, "out"), "../../etc");
        using DirectoryHandle root = DirectoryHandle.Open(above);
        using DirectoryHandle mount = DirectoryHandle.Open(mounted.Path);
        EitherWay.Do(() =>
        {
            Assert.Equal("mounted", Playground.Read(root, $"{name}/file"));
            Assert.Equal("mounted", Playground.Read(root, $"{name}/back"));
            Assert.Throws<PathEscapeException>(() => root.OpenDirectory($"{name}/out"));
            Assert.Throws<PathEscapeException>(() => mount.OpenFile("back"));
            Assert.NotEqual(root.GetMetadata().Device, root.GetMetadata(name).Device);
        });
    }
}
