using Ferrite.Const;

namespace Ferrite.Samples;

/// <summary>
/// The last values of a stream, in a buffer whose capacity is a type: a power of two, or it doesn't compile; so where a value goes is one
/// AND with a constant. <c>dotnet run --project samples -- ring &lt; numbers</c>
/// </summary>
internal static class RingBuffer
{
    internal static int Run()
    {
        // Ring<ValueArray12<long>, _12> would be error FER3006: IsPowerOfTwo<_12> does not hold.
        var last = new Ring<ValueArray8<long>, _8>();
        while (Console.ReadLine() is { } line)
        {
            last.Add(long.Parse(line, System.Globalization.CultureInfo.InvariantCulture));
        }

        Console.WriteLine($"the last {last.Count}: {string.Join(' ', last.ToArray())}");
        return 0;
    }

    /// <summary>Never full: the oldest value makes room.</summary>
    private sealed class Ring<TArray, TCapacity>
        where TArray : struct, IFixedArray<long, TCapacity>
        where TCapacity : struct, IConst<int>
    {
        private TArray _values;
        private long _added;

        internal Ring()
        {
            ConstAssert.That<IsPowerOfTwo<TCapacity>>();
            _values = new TArray();
        }

        internal int Count => (int)Math.Min(_added, TCapacity.Value);

        internal void Add(long value) => _values.AsFixedSpan()[Place(_added++)] = value;

        internal long[] ToArray()
        {
            long[] values = new long[Count];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = _values.AsFixedSpan()[Place(_added - values.Length + i)];
            }

            return values;
        }

        private static int Place(long number) => (int)(number & Difference<TCapacity, _1>.As<long>());
    }
}
