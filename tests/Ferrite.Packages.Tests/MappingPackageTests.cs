using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Ferrite.TestKit;
using Ferrite.TestKit.Laws;

namespace Ferrite.Packages.Tests;

/// <summary>What a user gets who adds the package: not the sources, the packed nupkg.</summary>
[Collection(nameof(PackageTests))]
public sealed class MappingPackageTests(PackedPackage package)
{
    /// <summary>Cuts its own file behind the mapping's back.</summary>
    private const string Survivor = """
        using Ferrite.Mapping;

        string path = Path.Combine(args[0], "cut.bin");
        using MappedFile file = MappedFile.Create(path, 1 << 20);
        file.Write(8, 42L);
        using (FileStream other = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            other.SetLength(4096);
        }

        try
        {
            file.Read<long>(100_000);
            Console.WriteLine("read a hole");
        }
        catch (MappedFileFaultException e)
        {
            Console.WriteLine($"{e.Cause} at {e.Offset}");
        }

        file.Refresh();
        Console.WriteLine($"{file.Read<long>(8)} of {file.Length}");
        """;

    [Fact]
    public void Holds_the_assembly_its_documentation_and_the_licence()
    {
        using ZipArchive zip = ZipFile.OpenRead(package.PathOf("Ferrite.Mapping"));
        HashSet<string> names = new(zip.Entries.Select(entry => entry.FullName), StringComparer.Ordinal);
        Assert.Contains("lib/net10.0/Ferrite.Mapping.dll", names);
        Assert.Contains("lib/net10.0/Ferrite.Mapping.xml", names);
        Assert.Contains("README.md", names);
        using StreamReader nuspec = new(zip.GetEntry("Ferrite.Mapping.nuspec")!.Open());
        string about = nuspec.ReadToEnd();
        Assert.Contains("<license type=\"expression\">MIT OR Apache-2.0</license>", about, StringComparison.Ordinal);
        Assert.Contains($"<dependency id=\"Ferrite.Handles\" version=\"{package.Version}\"", about, StringComparison.Ordinal);
    }

    [NeedsFact(Needs.CCompiler)]
    public void Holds_the_fault_guard_of_the_machine_that_packed_it()
    {
        using ZipArchive zip = ZipFile.OpenRead(package.PathOf("Ferrite.Mapping"));
        ZipArchiveEntry library = Assert.Single(zip.Entries, entry => entry.FullName.StartsWith("runtimes/", StringComparison.Ordinal));
        Assert.Matches("^runtimes/[a-z0-9-]+/native/libferrite_fault_guard\\.(so|dylib)$", library.FullName);
        Assert.Contains(RuntimeInformation.ProcessArchitecture.ToString(), library.FullName, StringComparison.OrdinalIgnoreCase);
    }

    [NeedsFact(Needs.CCompiler)]
    public void Survives_a_cut_file_in_a_program_that_only_references_it()
    {
        using var consumer = new Consumer(package, Survivor);
        Assert.Equal("Truncated at 100000\n42 of 4096\n", consumer.Run());
    }

    [NeedsFact(Needs.CCompiler)]
    public void Survives_a_cut_file_in_a_trimmed_program()
    {
        using var consumer = new Consumer(package, Survivor);
        Assert.Equal("Truncated at 100000\n42 of 4096\n", consumer.RunTrimmed());
    }

    /// <summary>What a program does not use is not in it.</summary>
    [Fact]
    public void A_trimmed_reader_holds_neither_watcher_nor_streams_nor_asynchronous_forms()
    {
        using var consumer = new Consumer(package, """
            using Ferrite.Mapping;

            string path = Path.Combine(args[0], "Program.cs");
            using MappedFile file = MappedFile.Open(path);
            Console.WriteLine((char)file.Read<byte>(0));
            """);
        Assert.Equal("u\n", consumer.RunTrimmed());

        string folder = Path.Combine(consumer.Folder, "trimmed");
        Assert.False(File.Exists(Path.Combine(folder, "System.IO.FileSystem.Watcher.dll")));
        using FileStream stream = File.OpenRead(Path.Combine(folder, "Ferrite.Mapping.dll"));
        using var image = new PEReader(stream);
        MetadataReader metadata = image.GetMetadataReader();
        HashSet<string> types = new(metadata.TypeDefinitions.Select(type => metadata.GetString(metadata.GetTypeDefinition(type).Name)), StringComparer.Ordinal);
        HashSet<string> methods = new(metadata.MethodDefinitions.Select(method => metadata.GetString(metadata.GetMethodDefinition(method).Name)), StringComparer.Ordinal);
        Assert.Contains("MappedFile", types);
        Assert.Contains("Open", methods);
        Assert.DoesNotContain("MappedStream", types);
        Assert.DoesNotContain("MappedSequence", types);
        Assert.DoesNotContain(types, type => type.Contains("Watch", StringComparison.Ordinal));
        Assert.DoesNotContain(methods, method => method.EndsWith("Async", StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_s_example_compiles_and_says_what_it_does()
    {
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string example = Assert.Single(Regex.Matches(readme, "```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10))).Groups["code"].Value;
        Assert.InRange(example.Trim().Split('\n').Length, 1, 16);

        using var consumer = new Consumer(package, Usings(ref example) + "Directory.SetCurrentDirectory(args[0]);\n" + example);
        string[] lines = consumer.Run().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(17, lines.Length);
        Assert.Equal("65536 bytes, 1024 sevens", lines[0]);
        Assert.All(lines[1..16], line => Assert.Equal("65536 bytes, 0 sevens", line));
        Assert.StartsWith("42 of 1048576 bytes, guarded: ", lines[16], StringComparison.Ordinal);
    }

    /// <summary>Takes the example's using directives off, which must come first in a file.</summary>
    private static string Usings(ref string example)
    {
        int end = example.LastIndexOf("using Ferrite.Mapping;\n", StringComparison.Ordinal) + "using Ferrite.Mapping;\n".Length;
        string usings = example[..end];
        example = example[end..];
        return usings;
    }
}
