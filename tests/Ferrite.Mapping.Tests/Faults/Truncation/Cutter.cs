using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>The process that cuts the file and makes it whole again, at random.</summary>
internal static class Cutter
{
    internal static void Run(string[] arguments)
    {
        Pattern pattern = Reader.PatternOf(arguments[0]);
        using SafeFileHandle file = File.OpenHandle(arguments[1], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        using var control = new Control(arguments[2]);
        var random = new Random(int.Parse(arguments[3], CultureInfo.InvariantCulture));
        int rounds = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        control.Enter(StageKind.Whole, Pattern.FileLength);
        for (int round = 0; round < rounds; round++)
        {
            long length = Cut(random);
            control.Enter(StageKind.Changing, 0);
            RandomAccess.SetLength(file, length);
            // Sometimes the readers have no time to see it cut.
            if (random.Next(4) != 0)
            {
                control.Enter(StageKind.Cut, length);
                control.LetPass(Passing(random));
                control.Enter(StageKind.Changing, 0);
            }

            RandomAccess.SetLength(file, Pattern.FileLength);
            RandomAccess.Write(file, Restored(pattern, length), length);
            control.Enter(StageKind.Whole, Pattern.FileLength);
            control.LetPass(Passing(random));
        }

        control.Enter(StageKind.Over, Pattern.FileLength);
        Console.WriteLine($"{rounds} rounds");
    }

    private static ReadOnlySpan<byte> Restored(Pattern pattern, long from)
    {
        byte[] bytes = new byte[Pattern.FileLength - from];
        pattern.Fill(bytes, from, tag: 0);
        return bytes;
    }

    private static long Cut(Random random) => random.Next(10) switch
    {
        0 => 0,
        1 => Pattern.FileLength - 1,
        < 5 => random.Next(Pattern.FileLength),
        _ => random.Next(Pattern.FileLength / MappedFile.PageSize) * (long)MappedFile.PageSize,
    };

    private static int Passing(Random random) => random.Next(4) switch
    {
        0 => 0,
        1 => 1,
        2 => 4,
        _ => random.Next(24),
    };
}
