using Ferrite.Analyzers.Tests.Kit;

namespace Ferrite.Analyzers.Tests.Fixes;

/// <summary>Each fix: the text it makes, which compiles and is quiet.</summary>
public sealed class FixTests
{
    [Fact]
    public void An_import_takes_the_type_of_its_callers_handles() => Fix.Makes(
        "FER1003",
        """
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        static class Native
        {
            [DllImport("libc")]
            internal static extern int fsync(int fd);

            internal static void Sync(SafeFileHandle file)
            {
                if (fsync((int)file.DangerousGetHandle()) != 0)
                {
                    throw new IOException();
                }
            }
        }
        """,
        """
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        static class Native
        {
            [DllImport("libc")]
            internal static extern int fsync(SafeFileHandle fd);

            internal static void Sync(SafeFileHandle file)
            {
                if (fsync(file) != 0)
                {
                    throw new IOException();
                }
            }
        }
        """,
        "class Other { static void M(FileStream stream) => Native.fsync((int)stream.SafeFileHandle.DangerousGetHandle()); }");

    [Fact]
    public void An_import_without_callers_takes_the_type_of_its_kind() => Fix.Makes(
        "FER1003",
        """
        using System.Runtime.InteropServices;

        static class Native
        {
            [DllImport("kernel32")]
            internal static extern uint GetProcessId(IntPtr hProcess);
        }
        """,
        """
        using System.Runtime.InteropServices;

        static class Native
        {
            [DllImport("kernel32")]
            internal static extern uint GetProcessId(Microsoft.Win32.SafeHandles.SafeProcessHandle hProcess);
        }
        """);

    [Fact]
    public void An_import_whose_caller_has_only_a_number_is_left_to_people() => Assert.Null(Fix.Apply(
        "FER1003",
        """
        using System.Runtime.InteropServices;

        static class Native
        {
            [DllImport("libc")]
            internal static extern int fsync(int fd);

            internal static void Sync() => fsync(1);
        }
        """));

    [Fact]
    public void A_member_is_marked_unsafe() => Fix.Makes(
        "FER1004",
        "public class C { public static void M(int fd) { } }",
        "public class C { public static unsafe void M(int fd) { } }");

    [Fact]
    public void A_reference_becomes_a_borrow() => Fix.Makes(
        "FER1005",
        """
        using System.Runtime.InteropServices;

        static class C
        {
            static void M(SafeHandle handle)
            {
                bool added = false;
                // Held for the call.
                handle.DangerousAddRef(ref added);
                Console.WriteLine(handle.DangerousGetHandle());
                handle.DangerousRelease();
            }
        }
        """,
        """
        using System.Runtime.InteropServices;
        using Ferrite.Handles;

        static class C
        {
            static void M(SafeHandle handle)
            {
                // Held for the call.
                using var borrow = handle.Borrow();
                Console.WriteLine(handle.DangerousGetHandle());
            }
        }
        """);

    [Fact]
    public void Without_Ferrite_Handles_a_reference_is_released_in_a_finally()
    {
        const string Before = """
            using System.Runtime.InteropServices;

            static class C
            {
                static void M(SafeHandle handle)
                {
                    bool added = false;
                    handle.DangerousAddRef(ref added);
                    Console.WriteLine(handle.DangerousGetHandle());
                    handle.DangerousRelease();
                }
            }
            """;
        string? after = Fix.Apply("FER1005", Before, Compiler.Framework)?[0];
        Assert.NotNull(after);
        Assert.Contains("finally", after, StringComparison.Ordinal);
        Fix.AssertFixed([after]);
    }

    [Fact]
    public void Without_Ferrite_Handles_a_raw_handle_is_left_to_people() => Assert.Null(Fix.Apply(
        "FER1002",
        "class C { static nint M(Microsoft.Win32.SafeHandles.SafeFileHandle h) { return h.DangerousGetHandle(); } }",
        Compiler.Framework));

    [Fact]
    public void A_raw_handle_gets_a_borrow_above() => Fix.Makes(
        "FER1002",
        """
        using Microsoft.Win32.SafeHandles;

        static class C
        {
            static void Use(nint raw) { }

            static void M(SafeFileHandle handle)
            {
                // What it is for.
                Use(handle.DangerousGetHandle());
            }
        }
        """,
        """
        using Ferrite.Handles;
        using Microsoft.Win32.SafeHandles;

        static class C
        {
            static void Use(nint raw) { }

            static void M(SafeFileHandle handle)
            {
                // What it is for.
                using var borrow = handle.Borrow();
                Use(handle.DangerousGetHandle());
            }
        }
        """);

    [Fact]
    public void A_second_owner_owns_nothing() => Fix.Makes(
        "FER1007",
        """
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        static class C
        {
            [DllImport("libc")]
            static extern nint open(string path, int flags);

            static void M()
            {
                nint raw = open("f", 0);
                using var first = new SafeFileHandle(raw, ownsHandle: true);
                using var second = new SafeFileHandle(raw, ownsHandle: true);
            }
        }
        """,
        """
        using System.Runtime.InteropServices;
        using Microsoft.Win32.SafeHandles;

        static class C
        {
            [DllImport("libc")]
            static extern nint open(string path, int flags);

            static void M()
            {
                nint raw = open("f", 0);
                using var first = new SafeFileHandle(raw, ownsHandle: true);
                using var second = new SafeFileHandle(raw, ownsHandle: false);
            }
        }
        """);

    /// <summary>Nor is the <c>true</c> of something around it touched.</summary>
    [Fact]
    public void A_second_owner_that_no_constructor_made_is_left_to_people() => Assert.Null(Fix.Apply(
        "FER1007",
        """
        using System.Runtime.InteropServices;
        using Ferrite.Handles;
        using Microsoft.Win32.SafeHandles;

        record Held(SafeHandle Handle, bool IsOpen);

        static class C
        {
            static Held M(SafeFileHandle first) => new Held((SafeHandle)OwnedHandle.DangerousOwn(first.DangerousGetHandle()), true);
        }
        """));

    [Theory]
    [InlineData(
        "MappedView view = file.GetView();\n        return view.Span[0];",
        "using MappedView view = file.GetView();\n        return view.Span[0];")]
    [InlineData(
        "// The first byte.\n        return file.GetView().Span[0];",
        "// The first byte.\n        using var view = file.GetView();\n        return view.Span[0];")]
    [InlineData(
        "var chunks = file.Chunks(4096).GetEnumerator();\n        return chunks.MoveNext() ? chunks.Current[0] : 0;",
        "using var chunks = file.Chunks(4096).GetEnumerator();\n        return chunks.MoveNext() ? chunks.Current[0] : 0;")]
    public void A_view_is_put_in_a_using(string before, string after) => Fix.Makes("FER2001", Mapping("int", before), Mapping("int", after));

    [Theory]
    [InlineData("return view.Span;", "return view.Span.ToArray();")]
    [InlineData("return view.Span.Slice(8);", "return view.Span.Slice(8).ToArray();")]
    public void What_outlives_its_view_is_copied(string before, string after) => Fix.Makes(
        "FER2002",
        Mapping("ReadOnlySpan<byte>", "using MappedView view = file.GetView();\n        " + before),
        Mapping("ReadOnlySpan<byte>", "using MappedView view = file.GetView();\n        " + after));

    [Fact]
    public void A_file_is_asked_again() => Fix.Makes(
        "FER2003",
        Mapping("void", "long n = file.Length;\n        file.Refresh();\n        for (long i = 0; i < n; i++) { file.Write(i, (byte)n); }"),
        Mapping("void", "long n = file.Length;\n        file.Refresh();\n        for (long i = 0; i < file.Length; i++) { file.Write(i, (byte)file.Length); }"));

    private static string Mapping(string returns, string body) => $$"""
        using Ferrite.Mapping;

        static class C
        {
            static {{returns}} M(MappedFile file)
            {
                {{body}}
            }
        }
        """;
}
