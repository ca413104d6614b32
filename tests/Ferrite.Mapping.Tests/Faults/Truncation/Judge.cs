using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Tests.Faults.Truncation;

/// <summary>
/// One thread's accesses. The stage is read before and after each. If it is the same stable one, the file did not change meanwhile, so
/// what came back is decidable: right bytes; or an exception; or, in a cut file's last page only, zeros behind its end, which nobody can
/// see. A write that did not throw is in the file, as read by a system call. If the stage changed, a byte may also be zero: the file's
/// own, while it is made whole. Anything else is wrong at any time.
/// </summary>
internal sealed class Judge
{
    private readonly MappedFile _mapped;
    private readonly SafeFileHandle _file;
    private readonly Control _control;
    private readonly Random _random;
    private readonly Trial _trial;
    private readonly byte[] _onDisk = new byte[Pattern.FileLength];
    private readonly Statistics _statistics = new();

    internal Judge(MappedFile mapped, SafeFileHandle file, Control control, Pattern pattern, int index, int count, int seed)
    {
        (_mapped, _file, _control, _random) = (mapped, file, control, new Random(seed));
        int part = Pattern.FileLength / count;
        _trial = new Trial { Pattern = pattern, Own = (index * part)..((index + 1) * part) };
    }

    internal Statistics Run()
    {
        Access[] accesses = Reader.AccessesOf(_trial.Pattern);
        while (_control.Now.Kind != StageKind.Over)
        {
            Access access = accesses[_random.Next(accesses.Length)];
            Stage before = _control.Now;
            Exception? thrown = Try(access);
            _control.CountAccess();
            if (thrown is null)
            {
                Check(access, before);
            }
            else
            {
                ComeBack(access, thrown);
            }
        }

        return _statistics;
    }

    /// <summary>Refresh brings the file back: if it is whole all the while, the access that failed succeeds.</summary>
    private void ComeBack(Access access, Exception thrown)
    {
        Stage before = _control.Now;
        if (before.Kind == StageKind.Cut && _random.Next(4) != 0)
        {
            // For a while: a file that met a fault stays untrusted, whole again or not.
            return;
        }

        _mapped.Refresh();
        Exception? again = Try(access);
        if (again is null)
        {
            Check(access, before);
        }
        else if (before.Kind is StageKind.Whole or StageKind.Over && before == _control.Now)
        {
            throw new InvalidOperationException($"{access.Name} fails after Refresh, though the file is whole; before: {thrown}", again);
        }
    }

    private Exception? Try(Access access)
    {
        _trial.PickRange(_random, access.Writes);
        _trial.Tag++;
        if (access.Writes)
        {
            _trial.Pattern.Fill(_trial.Bytes, _trial.Offset, _trial.Tag);
        }

        try
        {
            access.Run(_mapped, _trial);
            _statistics.Count(access.Name, good: 1);
            return null;
        }
        catch (MappedFileFaultException e)
        {
            _statistics.Count(access.Name, faults: 1);
            return e;
        }
        catch (ArgumentOutOfRangeException e)
        {
            // The file was refreshed while it was cut.
            _statistics.Count(access.Name, outOfRange: 1);
            return e;
        }
    }

    private void Check(Access access, Stage before)
    {
        // What is on disk is read before the stage is, which vouches for it.
        bool onDisk = access.Writes && IsOnDisk(before.Length);
        bool stable = before.IsStable && before == _control.Now;
        if (stable && _trial.Length > 0 && _trial.Offset + _trial.Length > before.EndOfLastPage)
        {
            throw Wrong(access, before, "went behind the end of the file without an exception");
        }

        if (access.Writes)
        {
            if (stable && !onDisk)
            {
                throw Wrong(access, before, "did not reach the file");
            }

            return;
        }

        CheckSeen(access, before, stable);
    }

    /// <summary>Whether what was written before the file's end can be read from it.</summary>
    private bool IsOnDisk(long length)
    {
        int expected = (int)Math.Clamp(length - _trial.Offset, 0, _trial.Length);
        int read = RandomAccess.Read(_file, _onDisk.AsSpan(0, expected), _trial.Offset);
        return read == expected && _onDisk.AsSpan(0, expected).SequenceEqual(_trial.Bytes[..expected]);
    }

    private void CheckSeen(Access access, Stage stage, bool stable)
    {
        bool excused = false;
        for (int i = _trial.Pattern.FindWrong(_trial.Bytes, _trial.Offset); i >= 0; i = _trial.Pattern.FindWrong(_trial.Bytes, _trial.Offset, i + 1))
        {
            if (_trial.Buffer[i] != 0 || (stable && _trial.Offset + i < stage.Length))
            {
                throw Wrong(access, stage, $"saw {_trial.Buffer[i]:x2} at {_trial.Offset + i}");
            }

            excused = true;
        }

        if (_trial.SawDifference && stable && !excused)
        {
            throw Wrong(access, stage, "saw a difference where there is none");
        }
    }

    private InvalidOperationException Wrong(Access access, Stage stage, string what) => new(
        $"{access.Name} at {_trial.Offset}, {_trial.Length} bytes, {what}; the file: {stage.Kind}, {stage.Length} bytes, stage {stage.Word:x}, now {_control.Now.Word:x}.");
}
