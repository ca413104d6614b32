using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class StaleLengthTests
{
    [Theory]
    [InlineData("long n = file.Length; file.Resize(4096); for (long i = 0; i < [|n|]; i += 8) { sum += file.Read<long>(i); }")]
    [InlineData("long n = file.Length; file.Refresh(); while (sum < [|n|]) { sum++; }")]
    [InlineData("var n = file.Length; file.Refresh(); using MappedView view = file.GetView(0, [|n|]);")]
    [InlineData("long n = file.Length; file.Resize(4096); if (sum >= [|n|]) { return; }")]
    [InlineData("long n = file.Length; file.Resize(4096); file.Flush(0, length: [|n|]);")]
    public void Finds(string body) => Check.Finds("FER2003", Source(body));

    [Theory]
    [InlineData("long n = file.Length; for (long i = 0; i < n; i += 8) { sum += file.Read<long>(i); } file.Resize(4096);")]
    [InlineData("file.Resize(4096); long n = file.Length; for (long i = 0; i < n; i += 8) { sum += file.Read<long>(i); }")]
    [InlineData("long n = file.Length; file.Resize(n + 4096); for (long i = 0; i < n; i += 8) { sum += file.Read<long>(i); }")]
    [InlineData("long n = file.Length; file.Resize(4096); n = file.Length; for (long i = 0; i < n; i += 8) { sum += file.Read<long>(i); }")]
    [InlineData("long n = file.Length; file.Refresh(); if (n < file.Length) { sum = 1; }")]
    [InlineData("long n = file.Length; file.Refresh(); Console.WriteLine(file.Length - n);")]
    [InlineData("long n = file.Length; file.Refresh(); if (n == 0) { sum = 1; }")]
    [InlineData("long n = file.Length; other.Resize(4096); using MappedView view = file.GetView(0, n);")]
    [InlineData("long n = file.Length; file.Resize(1 << 20); file.Write(n, 42L);")]
    public void Is_quiet(string body) => Check.Quiet(Source(body));

    private static string Source(string body) => $$"""
        using Ferrite.Mapping;

        class C
        {
            static void M(MappedFile file, MappedFile other)
            {
                long sum = 0;
                {{body}}
            }
        }
        """;
}
