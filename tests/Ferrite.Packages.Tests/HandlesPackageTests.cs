using System.IO.Compression;
using Ferrite.TestKit;

namespace Ferrite.Packages.Tests;

/// <summary>What a user gets who adds Ferrite.Handles alone.</summary>
[Collection(nameof(PackageTests))]
public sealed class HandlesPackageTests(PackedPackage package)
{
    /// <summary>A borrow in a P/Invoke of the consumer's own, which its own source generator makes.</summary>
    private const string Lender = """
        using System.Runtime.InteropServices;
        using Ferrite.Handles;
        using Microsoft.Win32.SafeHandles;

        HandleSanitizer.Enable();
        var stream = new FileStream(Path.Combine(args[0], "lent.bin"), FileMode.Create);
        stream.WriteByte(42);
        SafeFileHandle file = stream.TakeHandle();
        using (BorrowedHandle<SafeFileHandle> borrow = file.Borrow())
        {
            file.Dispose();
            Console.WriteLine($"{Native.fsync(borrow)} {RandomAccess.GetLength(borrow.Duplicate())}");
        }

        HandleSanitizer.CheckAll();
        Console.WriteLine(file.IsClosed);

        internal static partial class Native
        {
            [LibraryImport("libc", SetLastError = true)]
            internal static partial int fsync(BorrowedHandle<SafeFileHandle> file);
        }
        """;

    [Fact]
    public void Holds_the_assembly_its_documentation_and_depends_on_nothing()
    {
        using ZipArchive zip = ZipFile.OpenRead(package.PathOf("Ferrite.Handles"));
        HashSet<string> names = new(zip.Entries.Select(entry => entry.FullName), StringComparer.Ordinal);
        Assert.Contains("lib/net10.0/Ferrite.Handles.dll", names);
        Assert.Contains("lib/net10.0/Ferrite.Handles.xml", names);
        Assert.DoesNotContain(names, name => name.Contains("Mapping", StringComparison.Ordinal));
        using StreamReader nuspec = new(zip.GetEntry("Ferrite.Handles.nuspec")!.Open());
        Assert.DoesNotContain("<dependency ", nuspec.ReadToEnd(), StringComparison.Ordinal);
    }

    [NeedsFact(Needs.Linux)]
    public void A_program_that_only_references_it_lends_handles_to_native_code()
    {
        using var consumer = new Consumer(package, Lender, "Ferrite.Handles");
        Assert.Equal("0 1\nTrue\n", consumer.Run());
    }

    [NeedsFact(Needs.Linux)]
    public void So_does_a_trimmed_one()
    {
        using var consumer = new Consumer(package, Lender, "Ferrite.Handles");
        Assert.Equal("0 1\nTrue\n", consumer.RunTrimmed());
    }
}
