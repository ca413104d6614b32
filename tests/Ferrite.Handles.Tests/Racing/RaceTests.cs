using System.Globalization;
using System.Runtime.InteropServices;
using Ferrite.Handles.Internal.Open;
using Ferrite.Handles.Tests.Kit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Racing;

/// <summary>
/// Four threads borrow, duplicate and convert what another closes and opens anew, so that numbers are used again all the time: none may ever
/// meet another file than the one its owner was opened on, and none may be left open.
/// </summary>
public sealed class RaceTests : HandleTests
{
    private const int Threads = 4;
    private const int Slots = 8;

    private readonly Slot[] _slots = new Slot[Slots];
    private long _done;
    private long _refused;
    private string? _wrong;

    private static long Operations =>
        Environment.GetEnvironmentVariable("FERRITE_DEEP") is { Length: > 0 } ? 10_000_000 : 1_000_000;

    [Fact]
    public void No_operation_lands_on_another_file_and_none_leaks()
    {
        string[] paths = [.. Enumerable.Range(0, 16).Select(i => PathOf(string.Create(CultureInfo.InvariantCulture, $"{i}")))];
        Array.ForEach(paths, static path => File.WriteAllBytes(path, []));
        int next = 0;
        for (int i = 0; i < Slots; i++)
        {
            _slots[i] = Open(paths[next++ % paths.Length]);
        }

        Thread[] workers = [.. Enumerable.Range(0, Threads).Select(seed => new Thread(() => Work(new Random(seed))))];
        Array.ForEach(workers, static worker => worker.Start());
        long replaced = 0;
        while (Array.Exists(workers, static worker => worker.IsAlive))
        {
            Slot before = Interlocked.Exchange(ref _slots[next % Slots], Open(paths[next++ % paths.Length]));
            before.Handle.Dispose();
            replaced++;
        }

        Array.ForEach(_slots, static slot => slot.Handle.Dispose());
        Assert.Null(_wrong);
        Assert.True(replaced > 1000 && _refused > 0, $"Only {replaced} owners were closed, and {_refused} operations came too late.");
    }

    private static Slot Open(string path)
    {
        SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new Slot(handle, OpenHandles.Identify(HandleKind.Kernel, handle.DangerousGetHandle())!.Value);
    }

    private void Work(Random random)
    {
        while (Volatile.Read(ref _wrong) is null && Interlocked.Increment(ref _done) <= Operations)
        {
            Slot slot = Volatile.Read(ref _slots[random.Next(Slots)]);
            try
            {
                switch (random.Next(4))
                {
                    case 0:
                        using (BorrowedHandle<SafeFileHandle> borrow = slot.Handle.Borrow())
                        {
                            Check("borrow", slot, borrow);
                        }

                        break;
                    case 1:
                        using (BorrowedHandle<SafeFileHandle> borrow = slot.Handle.Borrow())
                        {
                            using BorrowedHandle<SafeFileHandle> again = borrow.Reborrow();
                            Check("reborrow", slot, again);
                        }

                        break;
                    case 2:
                        using (SafeFileHandle copy = slot.Handle.Borrow().DuplicateAndEnd())
                        {
                            using BorrowedHandle<SafeFileHandle> borrow = copy.Borrow();
                            Check("duplicate", slot, borrow);
                        }

                        break;
                    default:
                        using (OwnedHandle converted = slot.Handle.ConvertTo<OwnedHandle>())
                        {
                            using BorrowedHandle<OwnedHandle> borrow = converted.Borrow();
                            Check("convert", slot, borrow);
                        }

                        break;
                }
            }
            catch (ObjectDisposedException)
            {
                Interlocked.Increment(ref _refused);
            }
            catch (IOException e)
            {
                Volatile.Write(ref _wrong, e.ToString());
            }
        }
    }

    private void Check<THandle>(string operation, Slot slot, BorrowedHandle<THandle> borrow)
        where THandle : SafeHandle
    {
        HandleIdentity? found = OpenHandles.Identify(HandleKind.Kernel, borrow.DangerousGetHandle());
        if (found != slot.Identity)
        {
            Volatile.Write(ref _wrong, $"{operation}: {found?.ToString() ?? "nothing"} in place of {slot.Identity}");
        }
    }

    private sealed record Slot(SafeFileHandle Handle, HandleIdentity Identity);
}
