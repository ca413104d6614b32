using System.IO.Compression;

namespace Ferrite.Packages.Tests;

/// <summary>What a user gets who adds Ferrite.Const: the types, and in the compiler the generator and the rules.</summary>
[Collection(nameof(PackageTests))]
public sealed class ConstPackageTests(PackedPackage package)
{
    /// <summary>A literal, a named value over a computed constant, a table, and an array that isn't shipped.</summary>
    private const string Computing = """
        using Ferrite.Const;

        [assembly: ConstLiteral("Slots", Tables.Count * 2)]

        FixedSpan<int, Slots> slots = new(new int[8]);
        FixedSpan<int, _8> same = slots;
        Console.WriteLine($"{Tables.Crc[255]:X8} {same.Length} {typeof(Slots) == typeof(_8)} {new ValueArray100<byte>().AsFixedSpan().Length}");

        static partial class Tables
        {
            [ConstEval("Count")]
            static int ComputeCount() => _2.As<int>() + 2;

            [ConstFn]
            static uint Step(uint value) => (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320u : value >> 1;

            [ConstEval("Crc")]
            static uint[] ComputeCrc()
            {
                var table = new uint[256];
                for (uint i = 0; i < table.Length; i++)
                {
                    uint value = i;
                    for (int bit = 0; bit < 8; bit++)
                    {
                        value = Step(value);
                    }

                    table[i] = value;
                }

                return table;
            }
        }
        """;

    private const string OutOfRange = """
        using Ferrite.Const;

        Console.WriteLine(Of<_300>());

        static byte Of<N>()
            where N : struct, IConst<byte> => N.Value;
        """;

    private const string Long = """
        using Ferrite.Const;

        Console.WriteLine(Counting.Count);

        static partial class Counting
        {
            [ConstEval("Count")]
            static int ComputeCount()
            {
                int n = 0;
                while (n < 1_000_000)
                {
                    n++;
                }

                return n;
            }
        }
        """;

    [Fact]
    public void Holds_the_types_the_generator_its_fixes_and_pages_and_depends_on_nothing()
    {
        using ZipArchive zip = ZipFile.OpenRead(package.PathOf("Ferrite.Const"));
        HashSet<string> names = new(zip.Entries.Select(entry => entry.FullName), StringComparer.Ordinal);
        string[] expected =
        [
            "lib/net10.0/Ferrite.Const.dll", "lib/net10.0/Ferrite.Const.xml", "analyzers/dotnet/cs/Ferrite.Const.Generator.dll", "analyzers/dotnet/cs/Ferrite.Const.CodeFixes.dll",
            "build/Ferrite.Const.props", "buildTransitive/Ferrite.Const.props", "docs/rules/FER3004.md", "README.md",
        ];
        Assert.All(expected, name => Assert.Contains(name, names));
        Assert.DoesNotContain(names, static name => name.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name.Contains("Ferrite.Analyzers", StringComparison.Ordinal));
        Assert.Equal(3, names.Count(static name => name.EndsWith(".dll", StringComparison.Ordinal)));
        using StreamReader nuspec = new(zip.GetEntry("Ferrite.Const.nuspec")!.Open());
        Assert.DoesNotContain("<dependency ", nuspec.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Computes_in_a_program_that_only_references_it()
    {
        using var consumer = new Consumer(package, Computing, "Ferrite.Const");
        Assert.Equal("2D02EF8D 8 True 100\n", consumer.Run());
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(consumer.Folder, "out")), static file => file.Contains("Generator", StringComparison.Ordinal) || file.Contains("CodeAnalysis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OutOfRange, "error FER3003: 300 is out of the range of byte")]
    [InlineData(Long, "error FER3012: 'Count' has no value: more than 100000 steps are taken")]
    public void Its_rules_and_the_project_s_limits_hold(string program, string error)
    {
        using var consumer = new Consumer(package, program, "Ferrite.Const");
        File.WriteAllText(Path.Combine(consumer.Folder, "Directory.Build.props"), "<Project><PropertyGroup><FerriteConstSteps>100000</FerriteConstSteps></PropertyGroup></Project>");

        Assert.Contains(error, Assert.Throws<IOException>(() => consumer.Run()).Message, StringComparison.Ordinal);
    }

    /// <summary>A literal is the same type whoever says it.</summary>
    [Fact]
    public void Two_libraries_and_their_consumer_agree_on_what_a_literal_is()
    {
        PackedLibrary.Pack(package, "Ferrite.Tests.Maker", """
            using Ferrite.Const;
            namespace Maker;
            public static class Frames { public static FixedSpan<byte, _1500> Make(byte[] bytes) => new(bytes); }
            """, "Ferrite.Const");
        PackedLibrary.Pack(package, "Ferrite.Tests.Taker", """
            using Ferrite.Const;
            [assembly: ConstLiteral("Mtu", 3 * 500)]
            namespace Taker;
            public static class Frames
            {
                public static string Take(FixedSpan<byte, Mtu> frame) => $"{frame.Length} bytes, the last one {frame.AsSpan()[^1]}";
            }
            """, "Ferrite.Const");

        // Passed on from one to the other, and written by who references neither Ferrite.Const nor its generator: NuGet brings analyzers along.
        using var consumer = new Consumer(package, """
            byte[] bytes = new byte[1500];
            bytes[^1] = 7;
            Console.WriteLine(Taker.Frames.Take(Maker.Frames.Make(bytes)));
            Ferrite.Const.FixedSpan<byte, _1500> frame = new(bytes);
            Console.WriteLine(Taker.Frames.Take(frame));
            """, "Ferrite.Tests.Maker;Ferrite.Tests.Taker");
        Assert.Equal("1500 bytes, the last one 7\n1500 bytes, the last one 7\n", consumer.Run());
    }
}
