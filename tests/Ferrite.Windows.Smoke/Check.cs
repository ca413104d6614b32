using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ferrite.Windows.Smoke;

internal static class Check
{
    internal static int RaceMilliseconds { get; set; }

    internal static bool IsWine { get; } =
        OperatingSystem.IsWindows() && NativeLibrary.TryGetExport(NativeLibrary.Load("ntdll"), "wine_get_version", out _);

    internal static void That(bool condition, [CallerArgumentExpression(nameof(condition))] string? expression = null)
    {
        if (!condition)
        {
            throw new CheckFailedException($"not true: {expression}");
        }
    }

    internal static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string? expression = null)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new CheckFailedException($"{expression} is {actual}, not {expected}");
        }
    }

    internal static T Throws<T>(Action action, [CallerArgumentExpression(nameof(action))] string? expression = null)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (T e)
        {
            return e;
        }

        throw new CheckFailedException($"no {typeof(T).Name} from {expression}");
    }

    /// <summary>Runs the check on a path of its own, and finds at its end that nobody uses the file any more.</summary>
    internal static void OnFile(Action<string> check)
    {
        string path = Path.Combine(Path.GetTempPath(), $"ferrite-smoke-{Guid.NewGuid():N}");
        try
        {
            check(path);
            That(!File.Exists(path) || CanBeCut(path), "the file can be cut once everything is disposed");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The file's bytes, while others have it open.</summary>
    internal static byte[] ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Whether the file can be cut: on Windows only while nobody has it mapped.</summary>
    internal static bool CanBeCut(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            file.SetLength(0);
            return true;
        }
        catch (IOException) when (OperatingSystem.IsWindows())
        {
            return false;
        }
    }
}
