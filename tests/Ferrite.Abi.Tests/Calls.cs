using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Abi.Tests;

/// <summary>The functions that a type imports, as C would declare them.</summary>
internal static class Calls
{
    private const BindingFlags Statics = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Functions of a variable number of arguments, and how many of them are named.</summary>
    private static readonly Dictionary<string, int> Variadic = new(StringComparer.Ordinal) { ["open"] = 2, ["openat"] = 3, ["ioctl"] = 2, ["fcntl"] = 2, ["syscall"] = 1 };

    /// <summary>Where C is more particular about pointers, enums and integers than we are.</summary>
    private static readonly Dictionary<string, string> Particular = new(StringComparer.Ordinal)
    {
        ["mmap.return"] = "void *",
        ["mlock.address"] = "const void *",
        ["mlock2.address"] = "const void *",
        ["munlock.address"] = "const void *",
        ["getrlimit.resource"] = "__rlimit_resource_t",
        ["statx.emptyPath"] = "const char *",
        ["statx.path"] = "const char *",
        ["openat.path"] = "const char *",
        ["write.bytes"] = "const void *",
        ["readlink.path"] = "const char *",
        ["readlink.buffer"] = "char *",
        // SafeHandles are as wide as what syscall(2) returns.
        ["syscall.return"] = "long",
        ["readlinkat.buffer"] = "char *",
        ["WSADuplicateSocketW.socket"] = "SOCKET",
        ["WSASocketW.return"] = "SOCKET",
        ["WSASocketW.group"] = "GROUP",
        ["closesocket.socket"] = "SOCKET",
        ["CreateFileW.path"] = "LPCWSTR",
        ["CreateFileW.security"] = "LPSECURITY_ATTRIBUTES",
        ["DeviceIoControl.overlapped"] = "LPOVERLAPPED",
        ["NtCreateFile.return"] = "NTSTATUS",
        ["NtCreateFile.allocation"] = "LARGE_INTEGER *",
        ["NtSetInformationFile.return"] = "NTSTATUS",
        ["NtSetInformationFile.infoClass"] = "FILE_INFORMATION_CLASS",
        ["RtlNtStatusToDosError.status"] = "NTSTATUS",
        ["CreateFileMappingW.security"] = "LPSECURITY_ATTRIBUTES",
        ["CreateFileMappingW.name"] = "LPCWSTR",
        ["UnmapViewOfFile.address"] = "LPCVOID",
        ["FlushViewOfFile.address"] = "LPCVOID",
        ["GetFileInformationByHandleEx.infoClass"] = "FILE_INFO_BY_HANDLE_CLASS",
        ["SetFileInformationByHandle.infoClass"] = "FILE_INFO_BY_HANDLE_CLASS",
    };

    /// <summary>A function's name, and the type of a pointer to it.</summary>
    internal static IEnumerable<(string Function, string PointerType)> Of(Type type)
    {
        bool isWindows = CHeaders.IsOf(type, "Windows");
        foreach (MethodInfo method in type.GetMethods(Statics))
        {
            if (method.GetCustomAttribute<LibraryImportAttribute>() is { } import)
            {
                string function = import.EntryPoint ?? method.Name;
                yield return (function, PointerTo(function, method, isWindows));
            }
        }
    }

    private static string PointerTo(string function, MethodInfo method, bool isWindows)
    {
        IEnumerable<string> parameters = method.GetParameters().Select(parameter => TypeOf(function, parameter.Name!, parameter.ParameterType, isWindows));
        if (Variadic.TryGetValue(function, out int named))
        {
            parameters = parameters.Take(named).Append("...");
        }

        string list = string.Join(", ", parameters);
        string convention = isWindows ? "WINAPI " : "";
        return $"{TypeOf(function, "return", method.ReturnType, isWindows)} ({convention}*)({(list.Length == 0 ? "void" : list)})";
    }

    private static string TypeOf(string function, string parameter, Type type, bool isWindows) =>
        Particular.GetValueOrDefault($"{function}.{parameter}") ?? (isWindows ? OnWindows(type) : OnUnix(type));

    private static string OnUnix(Type type) =>
        type == typeof(void) ? "void"
        : type == typeof(int) || type == typeof(SafeFileHandle) ? "int"
        : type == typeof(uint) ? "unsigned int"
        : type == typeof(long) ? "int64_t"
        : type == typeof(nint) ? "long"
        : type == typeof(nuint) ? "size_t"
        : type == typeof(string) ? "const char *"
        : type == typeof(void*) ? "void *"
        : type == typeof(byte*) ? "unsigned char *"
        : type is { IsPointer: true } ? $"{CNames.OfStruct(type.GetElementType()!)} *"
        : throw new InvalidOperationException($"{nameof(Calls)} has no C type for {type.FullName}.");

    private static string OnWindows(Type type) =>
        type == typeof(void) ? "void"
        : type == typeof(bool) ? "BOOL"
        : type == typeof(int) ? "int"
        : type == typeof(uint) ? "DWORD"
        : type == typeof(nuint) ? "SIZE_T"
        : type == typeof(nint) || type == typeof(SafeFileHandle) ? "HANDLE"
        : type == typeof(void*) ? "LPVOID"
        : type is { IsPointer: true } && type.GetElementType()!.IsPrimitive ? $"{OnWindows(type.GetElementType()!)} *"
        : type is { IsPointer: true } ? $"{CNames.OfStruct(type.GetElementType()!)} *"
        : throw new InvalidOperationException($"{nameof(Calls)} has no C type for {type.FullName}.");
}
