using Ferrite.Handles;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Mapping.Internal;

/// <summary>Opens and creates files to be mapped. Whatever fails leaves nothing open and nothing behind.</summary>
internal static partial class FileOpener
{
    internal static (FileMapping Mapping, Region Region) Open(string path, MappedFileOptions options)
    {
        path = Path.GetFullPath(path);
        MapMode mode = options.Mode ?? MapMode.ReadOnly;
        return Map(OpenHandle(path, FileMode.Open, mode, options), path, mode, options, created: false);
    }

    /// <summary>A file of the length, zeroed; an existing one is truncated.</summary>
    internal static (FileMapping Mapping, Region Region) Create(string path, long length, MappedFileOptions options)
    {
        path = Path.GetFullPath(path);
        RefuseOtherModes(options);
        SafeFileHandle file = OpenOrCreateHandle(path, options, out bool created);
        return Prepare(file, path, length, options, created);
    }

    /// <summary>An existing file as it is, or a new one of the length.</summary>
    internal static (FileMapping Mapping, Region Region) OpenOrCreate(string path, long length, MappedFileOptions options)
    {
        path = Path.GetFullPath(path);
        RefuseOtherModes(options);
        SafeFileHandle file = OpenOrCreateHandle(path, options, out bool created);
        return created
            ? Prepare(file, path, length, options, created)
            : Map(file, path, MapMode.ReadWrite, options, created);
    }

    /// <summary>Takes the file over, but only if it succeeds.</summary>
    internal static (FileMapping Mapping, Region Region) FromHandle(SafeFileHandle file, MappedFileOptions options)
    {
        // Refuses what is closed or invalid, and keeps another thread's closing from taking effect in between.
        using BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        FileSeals seals = Backend.GetSeals(file);
        var mapping = new FileMapping(file, path: null, options.Mode ?? MapMode.ReadOnly, options, created: false, seals);
        // Never without addresses, of an empty file either: it is the kernel that refuses a handle with less access than the mode needs.
        return (mapping, mapping.Open(mapping.LengthAtOpening, Math.Max(options.Capacity, 1)));
    }

    private static (FileMapping Mapping, Region Region) Map(
        SafeFileHandle file, string path, MapMode mode, MappedFileOptions options, bool created)
    {
        try
        {
            var mapping = new FileMapping(file, path, mode, options, created);
            return (mapping, mapping.Open(mapping.LengthAtOpening, options.Capacity));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static (FileMapping Mapping, Region Region) Prepare(
        SafeFileHandle file, string path, long length, MappedFileOptions options, bool created)
    {
        try
        {
            if (!created)
            {
                Backend.SetLength(file, 0).ThrowIfFailed(path);
            }

            if (options.Preallocate && length > 0)
            {
                Backend.Preallocate(file, 0, length).ThrowIfFailed(path);
            }

            Backend.SetLength(file, length).ThrowIfFailed(path);
            var mapping = new FileMapping(file, path, MapMode.ReadWrite, options, created: true);
            return (mapping, mapping.Open(length, options.Capacity));
        }
        catch
        {
            Undo(file, path, created);
            throw;
        }
    }

    /// <summary>What was created is removed. What was there before keeps its name, and gives back the blocks that were taken.</summary>
    private static void Undo(SafeFileHandle file, string path, bool created)
    {
        Backend.SetLength(file, 0);
        file.Dispose();
        if (created)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The failure that led here says more.
            }
        }
    }

    /// <summary>Between the two attempts the file may come or go: then again.</summary>
    private static SafeFileHandle OpenOrCreateHandle(string path, MappedFileOptions options, out bool created)
    {
        while (true)
        {
            created = !File.Exists(path);
            try
            {
                return OpenHandle(path, created ? FileMode.CreateNew : FileMode.Open, MapMode.ReadWrite, options);
            }
            catch (IOException) when (created && File.Exists(path))
            {
            }
            catch (FileNotFoundException) when (!created)
            {
            }
        }
    }

    private static SafeFileHandle OpenHandle(string path, FileMode open, MapMode mode, MappedFileOptions options)
    {
        if (open == FileMode.Open)
        {
            Backend.RefuseSpecial(path).ThrowIfFailed(path);
        }

        return File.OpenHandle(path, open, mode == MapMode.ReadWrite ? FileAccess.ReadWrite : FileAccess.Read, options.Share);
    }

    private static void RefuseOtherModes(MappedFileOptions options)
    {
        if (options.Mode is { } mode && mode != MapMode.ReadWrite)
        {
            throw new ArgumentException($"A file is created ReadWrite, not {mode}.", nameof(options));
        }
    }
}
