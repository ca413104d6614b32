using System.Runtime.CompilerServices;
using Ferrite.Cli.Cache;
using Ferrite.Handles;
using Ferrite.Handles.Interop.Unix;
using Ferrite.Mapping;
using Ferrite.Mapping.Internal;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Abi.Tests;

/// <summary>The headers of one OS, and what is to be found in them.</summary>
/// <param name="File">In Headers/.</param>
/// <param name="Compiler">The C compiler for that OS.</param>
/// <param name="Types">The types to check.</param>
/// <param name="DeclaresCalls">Whether the functions that the types import are declared there too.</param>
internal sealed record CHeaders(string File, string Compiler, IReadOnlyList<Type> Types, bool DeclaresCalls)
{
    private const string Interop = ".Interop.";

    /// <summary>The types that mirror C: all in the namespaces of Interop, and what mirrors the fault guard's header.</summary>
    internal static IReadOnlyList<Type> Mirrors { get; } =
    [
        .. InteropOf(typeof(BorrowedHandle<SafeFileHandle>)),
        .. InteropOf(typeof(MappedFile)),
        .. InteropOf(typeof(CacheStat)),
        typeof(RegionHeader),
        typeof(RegionState),
        typeof(FaultCause),
        typeof(FaultGuardLibrary),
    ];

    internal static CHeaders Linux { get; } = new(
        "linux.h", "cc", [.. Mirrors.Where(static type => !IsOf(type, "MacOS") && !IsOf(type, "Windows"))], DeclaresCalls: true);

    internal static CHeaders MacOS { get; } = new(
        "macos.h", "cc", [.. Mirrors.Where(static type => IsOf(type, "MacOS") || IsOf(type, "Unix"))], DeclaresCalls: false);

    internal static CHeaders Windows { get; } = new(
        "win32.h", "x86_64-w64-mingw32-gcc", [.. Mirrors.Where(static type => IsOf(type, "Windows"))], DeclaresCalls: true);

    internal static bool IsOf(Type type, string system) => type.Namespace!.EndsWith(Interop + system, StringComparison.Ordinal);

    /// <summary>But for names and their marshaller, which C knows nothing of.</summary>
    private static IEnumerable<Type> InteropOf(Type inAssembly) => inAssembly.Assembly.GetTypes().Where(static type =>
        type.Namespace?.Contains(Interop, StringComparison.Ordinal) == true
        && !type.FullName!.Contains(nameof(UnixName), StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));
}
