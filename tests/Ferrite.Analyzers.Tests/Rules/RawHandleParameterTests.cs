using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Rules;

public sealed class RawHandleParameterTests
{
    [Theory]
    [InlineData("public class C { public void M([|int fd|]) { } }")]
    [InlineData("public class C { public C([|nint hFile|]) { } }")]
    [InlineData("public class C { protected static void M(string s, [|IntPtr fileHandle|]) { } }")]
    [InlineData("public interface I { void M([|nint socketHandle|]); }")]
    [InlineData("public struct S { public static void M([|int fileDescriptor|], [|nint hProcess|]) { } }")]
    public void Finds(string source) => Check.Finds("FER1004", source);

    [Theory]
    [InlineData("public class C { public unsafe void M(int fd) { } }")]
    [InlineData("public unsafe class C { public void M(int fd) { } }")]
    [InlineData("public class C { internal void M(int fd) { } private protected void N(int fd) { } void O(int fd) { } }")]
    [InlineData("class C { public void M(int fd) { } }")]
    [InlineData("public class C { public void M(int count, nint hWnd, nint handle) { } }")]
    [InlineData("public class C { public void M(out int fd) => fd = 0; }")]
    [InlineData("public class C : System.Runtime.InteropServices.SafeHandle { public C(nint fileHandle, bool ownsHandle) : base(-1, ownsHandle) => SetHandle(fileHandle); public override bool IsInvalid => false; protected override bool ReleaseHandle() => true; }")]
    [InlineData("public interface I { unsafe void M(int fd); } public class C : I { public void M(int fd) { } }")]
    public void Is_quiet(string source) => Check.Quiet(source);
}
