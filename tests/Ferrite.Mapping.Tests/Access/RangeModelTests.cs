using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Access;

/// <summary>
/// Every member of the public surface that takes a range and is about bytes: inside it does what an array would, outside it refuses by
/// name. Those that are about pages: <see cref="Advice.BoundsTests"/>; those that must be aligned: <see cref="Atomics.AtomicModelTests"/>.
/// </summary>
public sealed class RangeModelTests() : FileTests(MemoryRoot)
{
    private static readonly string[] OfRanges = ["offset", "start", "index", "firstPage", "page"];

    /// <summary>Members that have tests of their own.</summary>
    private static readonly string[] Elsewhere =
    [
        "MappedFile.GetAtomic", "MappedFile.GetAtomics", "PageResidency.Of", .. Advice.BoundsTests.Names.Select(static name => $"MappedFile.{name}"),
    ];

    public static TheoryData<string> Names => [.. RangeMethods.All.Keys, .. PartMethods.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_range_is_served_inside_and_refused_outside(string name)
    {
        RangeMethod method = RangeMethods.All.GetValueOrDefault(name) ?? PartMethods.All[name];
        byte[] model = Bytes.Of(RangeMethod.FileLength);
        using MappedFile file = MappedFile.Open(FileOf(model.Length), MapMode.ReadWrite);
        int inside = 0;
        Properties.ForAll(Ranges(method), range => inside += Try(method, file, model, range.Offset, range.Length) ? 1 : 0);

        Assert.Equal(model, file.Read(0, model.Length, static span => span.ToArray()));
        Assert.NotEqual(0, inside);
    }

    /// <summary>A new member gets its place here, or this fails.</summary>
    [Fact]
    public void No_member_that_takes_a_range_is_left_out()
    {
        HashSet<string> tested = [.. RangeMethods.All.Values.Select(static m => m.Member), .. PartMethods.All.Values.Select(static m => m.Member), .. Elsewhere];

        IEnumerable<string> members = typeof(MappedFile).Assembly.GetExportedTypes()
            .Where(static type => !type.IsSubclassOf(typeof(Stream)))
            .SelectMany(static type => type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(static method => method.GetParameters().Any(static parameter => OfRanges.Contains(parameter.Name, StringComparer.Ordinal)))
            .Select(static method => $"{method.DeclaringType!.Name.Split('`')[0]}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}");

        Assert.Equal(tested.Order(StringComparer.Ordinal), members.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static Gen<(long Offset, long Length)> Ranges(RangeMethod method)
    {
        int total = (int)method.Total;
        Gen<long> near = Gen.Frequency(
            (6, Gen.Choose(0, total + 2).Select(static number => (long)number)),
            (2, Gen.Elements<long>(0, 1, 8, total / 2, total - 1, total, total + 1)));
        Gen<long> far = Gen.Elements(-1, -8, long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1, long.MaxValue - 7, long.MaxValue - total);
        Gen<long> lengths = method.Lengths switch
        {
            RangeLengths.OfValue => Gen.Constant((long)method.Size),
            RangeLengths.OfSpan => near,
            RangeLengths.Int => Gen.Frequency((8, near), (1, Gen.Elements<long>(-1, int.MinValue, int.MaxValue))),
            _ => Gen.Frequency((8, near), (1, far)),
        };
        return from offset in Gen.Frequency((8, near), (1, far)) from length in lengths select (offset, length);
    }

    /// <summary>Whether it was inside.</summary>
    private static bool Try(RangeMethod method, MappedFile file, byte[] model, long offset, long length)
    {
        if (offset >= 0 && length >= 0 && length <= method.Total && offset <= method.Total - length)
        {
            method.Call(file, model, offset, length);
            return true;
        }

        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => method.Call(file, model, offset, length));
        if (method.NamesBytes)
        {
            Assert.Contains($"Offset {offset}, length {length} lies outside the mapping of {method.Total} bytes", refused.Message, StringComparison.Ordinal);
            Assert.Equal(length < 0 ? "length" : "offset", refused.ParamName);
        }

        return false;
    }
}
