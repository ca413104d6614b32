using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Mapping.Tests.Advice;

/// <summary>
/// Every method that takes a range and is about pages: inside the file it does its work, wherever the range begins and ends, outside it is
/// refused by name; no byte changes.
/// </summary>
public sealed class BoundsTests() : FileTests(MemoryRoot)
{
    private static readonly int Page = MappedFile.PageSize;
    private static readonly int Total = (3 * Page) + 100;

    private static readonly Dictionary<string, Action<MappedFile, long, long>> ByName = new(StringComparer.Ordinal)
    {
        ["Prefetch"] = static (file, offset, length) => file.Prefetch(offset, length),
        ["Touch"] = static (file, offset, length) => file.Touch(offset, length),
        ["Evict"] = static (file, offset, length) => file.Evict(offset, length),
        ["Lock"] = static (file, offset, length) => file.Lock(offset, length),
        ["Unlock"] = static (file, offset, length) => file.Unlock(offset, length),
        ["GetResidency"] = static (file, offset, length) => file.GetResidency(offset, length),
        ["Flush"] = static (file, offset, length) => file.Flush(offset, length),
        ["Flush, scheduled"] = static (file, offset, length) => file.Flush(offset, length, FlushLevel.Schedule),
    };

    /// <summary>The members.</summary>
    internal static IEnumerable<string> Names => ByName.Keys.Where(static name => !name.Contains(',', StringComparison.Ordinal)).Append("Advise");

    public static TheoryData<string> Methods => [.. ByName.Keys, .. Enum.GetNames<MemoryAdvice>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_range_is_served_inside_the_file_and_refused_outside(string method)
    {
        Action<MappedFile, long, long> call = ByName.GetValueOrDefault(method)
            ?? ((file, offset, length) => file.Advise(offset, length, Enum.Parse<MemoryAdvice>(method)));
        byte[] content = Bytes.Of(Total);
        using MappedFile file = MappedFile.Open(FileOf(Total), MapMode.ReadWrite);
        Gen<long> numbers = Gen.Frequency(
            (6, Gen.Choose(0, Total + 2).Select(static number => (long)number)),
            (3, Gen.Elements<long>(0, 1, Page - 1, Page, Page + 1, 3 * Page, Total - 1, Total, Total + 1)),
            (2, Gen.Elements(-1, -Page, long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1, long.MaxValue - Page, long.MaxValue - Total)));
        Gen<(long, long)> ranges = from offset in numbers from length in numbers select (offset, length);

        Check.One(Deep.Config, Prop.ForAll(Arb.From(ranges), range => Try(file, call, range.Item1, range.Item2)));

        Assert.Equal(content, file.Read(0, Total, static span => span.ToArray()));
    }

    private static void Try(MappedFile file, Action<MappedFile, long, long> method, long offset, long length)
    {
        bool inside = offset >= 0 && length >= 0 && length <= Total && offset <= Total - length;
        if (inside)
        {
            method(file, offset, length);
        }
        else
        {
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => method(file, offset, length));
            Assert.Contains($"Offset {offset}, length {length} lies outside the mapping of {Total} bytes", refused.Message, StringComparison.Ordinal);
        }
    }
}
