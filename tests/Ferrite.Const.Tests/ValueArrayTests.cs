using System.Runtime.CompilerServices;

namespace Ferrite.Const.Tests;

public sealed class ValueArrayTests
{
    [Fact]
    public void One_method_serves_all_lengths_shipped_and_made_here()
    {
        var three = default(ValueArray3<int>);
        var many = default(ValueArray100<int>);
        Assert.Equal(3, Number<ValueArray3<int>, _3>(ref three));
        Assert.Equal(100, Number<ValueArray100<int>, _100>(ref many));
        Assert.Equal(99, many[99]);
        Assert.True(typeof(ValueArray3<>).IsPublic);
        Assert.True(typeof(ValueArray4096<>).IsPublic);
        Assert.False(typeof(ValueArray100<>).IsPublic);
    }

    [Fact]
    public void An_array_holds_its_elements_and_no_more_and_is_copied_as_a_whole()
    {
        Assert.Equal(64 * sizeof(long), Unsafe.SizeOf<ValueArray64<long>>());
        Assert.Equal(2048, Unsafe.SizeOf<ValueArray2048<byte>>());
        var array = default(ValueArray3<string>);
        array.AsFixedSpan()[1] = "one";
        ValueArray3<string> copy = array;
        array[1] = "other";
        Assert.Equal("one", copy.AsFixedSpan()[1]);
    }

    [Fact]
    public void Every_length_that_is_promised_is_shipped()
    {
        int[] lengths = [.. Enumerable.Range(1, 64), 128, 256, 512, 1024, 2048, 4096];
        foreach (int length in lengths)
        {
            Type array = typeof(FixedSpan<,>).Assembly.GetType($"Ferrite.Const.ValueArray{length}`1", throwOnError: true)!;
            Assert.Equal(length, array.GetCustomAttributes(inherit: false).OfType<InlineArrayAttribute>().Single().Length);
        }
    }

    private static int Number<TArray, TLength>(ref TArray array)
        where TArray : struct, IFixedArray<int, TLength>
        where TLength : struct, IConst<int>
    {
        FixedSpan<int, TLength> elements = array.AsFixedSpan();
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = i;
        }

        return elements[elements.Length - 1] + 1;
    }
}
