using System.Runtime.CompilerServices;
using Ferrite.Handles.Tests.Kit;
using Ferrite.TestKit;
using Microsoft.Win32.SafeHandles;

namespace Ferrite.Handles.Tests.Sanitizing;

/// <summary>RFC 3128's stale handles at run time: each is reported with the stack of who closed and the stack of who used.</summary>
public sealed class SanitizerTests : HandleTests
{
    private readonly List<HandleMisuse> _reports = [];
    private readonly EventHandler<HandleMisuseEventArgs> _onMisused;

    public SanitizerTests()
    {
        _onMisused = (_, e) => _reports.Add(e.Misuse);
        HandleSanitizer.Misused += _onMisused;
        HandleSanitizer.Enable();
    }

    [NeedsFact(Needs.Linux)]
    public void A_borrow_that_finds_another_object_behind_the_number_is_a_use_after_close()
    {
        (OwnedHandle first, OwnedHandle stale) = TwoOwners();
        nint number = first.DangerousGetHandle();
        CloseFirst(first);
        using SafeFileHandle other = Descriptors.OpenAt(number, PathOf("other"));

        HandleMisuse report = Assert.Throws<HandleMisuseException>(() => UseStale(stale)).Misuse!;

        Assert.Equal(HandleMisuseKind.UseAfterClose, report.Kind);
        Assert.Equal(number, report.Number);
        Assert.Equal("anon_inode:[eventfd]", report.Expected![..20]);
        Assert.StartsWith("file ", report.Found, StringComparison.Ordinal);
        Assert.Contains(nameof(TwoOwners), report.OpenedAt, StringComparison.Ordinal);
        Assert.Contains(nameof(CloseFirst), report.ClosedAt, StringComparison.Ordinal);
        Assert.Contains(nameof(UseStale), report.UsedAt, StringComparison.Ordinal);
        Assert.Same(report, Assert.Single(_reports));
        stale.SetHandleAsInvalid();
    }

    [NeedsFact(Needs.Linux)]
    public void A_second_close_is_reported_and_spares_the_other_object()
    {
        (OwnedHandle first, OwnedHandle stale) = TwoOwners();
        nint number = first.DangerousGetHandle();
        CloseFirst(first);
        using SafeFileHandle other = Descriptors.OpenAt(number, PathOf("other"));

        HandleMisuse report = Assert.Throws<HandleMisuseException>(() => CloseStale(stale)).Misuse!;

        Assert.Equal(HandleMisuseKind.DoubleClose, report.Kind);
        Assert.Contains(nameof(CloseFirst), report.ClosedAt, StringComparison.Ordinal);
        Assert.Contains(nameof(CloseStale), report.UsedAt, StringComparison.Ordinal);
        Assert.Equal(PathOf("other"), Descriptors.At(number));
        string whole = report.ToString();
        Assert.Contains($"DoubleClose: handle {number} was opened on anon_inode:[eventfd]", whole, StringComparison.Ordinal);
        Assert.Contains("closed at\n", whole, StringComparison.Ordinal);
    }

    [NeedsFact(Needs.Linux)]
    public void A_number_that_nothing_is_behind_is_reported_too()
    {
        (OwnedHandle first, OwnedHandle stale) = TwoOwners();
        CloseFirst(first);

        HandleMisuse report = Assert.Throws<HandleMisuseException>(() => UseStale(stale)).Misuse!;

        Assert.Null(report.Found);
        stale.SetHandleAsInvalid();
    }

    /// <summary>What closes a number without us is not seen, but its effect is, at the next look.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_handle_of_the_bcl_is_tagged_when_it_is_borrowed_first()
    {
        SafeFileHandle file = OpenFile();
        nint number = file.DangerousGetHandle();
        file.Borrow().Dispose();
        Descriptors.CloseBehindItsBack(number);
        using SafeFileHandle other = Descriptors.OpenAt(number, PathOf("other"));

        HandleMisuse report = Assert.Throws<HandleMisuseException>(HandleSanitizer.CheckAll).Misuse!;
        Assert.Equal(HandleMisuseKind.UseAfterClose, report.Kind);
        Assert.Null(report.ClosedAt);
        Assert.Throws<HandleMisuseException>(file.ConvertTo<OwnedHandle>);
        file.SetHandleAsInvalid();
    }

    /// <summary>Not even file systems that use inodes again make it the same file: it was born later.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_new_file_of_the_same_name_is_another_object()
    {
        SafeFileHandle file = OpenFile();
        nint number = file.DangerousGetHandle();
        file.Borrow().Dispose();
        Descriptors.CloseBehindItsBack(number);
        File.Delete(PathOf());
        using SafeFileHandle other = Descriptors.OpenAt(number, PathOf());

        Assert.Throws<HandleMisuseException>(() => file.Borrow().Dispose());
        file.SetHandleAsInvalid();
    }

    [Fact]
    public void To_end_two_copies_of_a_borrow_is_reported_and_releases_once()
    {
        using SafeFileHandle file = OpenFile();
        BorrowedHandle<SafeFileHandle> borrow = file.Borrow();
        BorrowedHandle<SafeFileHandle> copy = borrow;
        borrow.Dispose();

        HandleMisuse? used = null;
        HandleMisuse? ended = null;
        try
        {
            copy.DangerousGetHandle();
        }
        catch (HandleMisuseException e)
        {
            used = e.Misuse;
        }

        try
        {
            copy.Dispose();
        }
        catch (HandleMisuseException e)
        {
            ended = e.Misuse;
        }

        Assert.Equal(HandleMisuseKind.UseAfterBorrow, used!.Kind);
        Assert.Equal(HandleMisuseKind.BorrowEndedTwice, ended!.Kind);
        Assert.Contains(nameof(To_end_two_copies_of_a_borrow_is_reported_and_releases_once), ended.ClosedAt, StringComparison.Ordinal);
        Assert.Equal(10, RandomAccess.GetLength(file));
    }

    /// <summary>A finalizer that threw would end the process.</summary>
    [NeedsFact(Needs.Linux)]
    public void A_finalizer_reports_and_closes_nothing()
    {
        nint number = Forget();
        Descriptors.CloseBehindItsBack(number);
        using SafeFileHandle other = Descriptors.OpenAt(number, PathOf("other"));

        for (int i = 0; i < 10 && _reports.Count == 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(HandleMisuseKind.DoubleClose, Assert.Single(_reports).Kind);
        Assert.Equal(PathOf("other"), Descriptors.At(number));
    }

    [Fact]
    public void What_is_used_as_it_should_be_is_not_reported()
    {
        SafeFileHandle file = OpenFile();
        using (BorrowedHandle<SafeFileHandle> borrow = file.Borrow())
        {
            using BorrowedHandle<SafeFileHandle> again = borrow.Reborrow();
            using SafeFileHandle copy = borrow.Duplicate();
            Assert.True(again.RefersToSameObject(borrow));
            file.Dispose();
        }

        var stream = new FileStream(PathOf(), FileMode.Open, FileAccess.ReadWrite);
        stream.WriteByte(1);
        using (HandleView<FileStream> view = stream.AsFileLike().ViewAsFileStream())
        {
            view.Value.WriteByte(2);
        }

        using OwnedHandle owned = stream.ConvertTo<OwnedHandle>();
        using var signal = new ManualResetEvent(initialState: false);
        signal.SafeWaitHandle.Borrow().Dispose();
        HandleSanitizer.CheckAll();
        Assert.Empty(_reports);
    }

    protected override void Dispose(bool disposing)
    {
        HandleSanitizer.Misused -= _onMisused;
        HandleSanitizer.Disable();
        base.Dispose(disposing);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nint Forget() => Descriptors.EventFd().DangerousGetHandle();

    /// <summary>The bug: rule FER1007.</summary>
    private static (OwnedHandle First, OwnedHandle Second) TwoOwners()
    {
        OwnedHandle first = Descriptors.EventFd();
        return (first, OwnedHandle.DangerousOwn(first.DangerousGetHandle()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CloseFirst(OwnedHandle first) => first.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseStale(OwnedHandle stale) => stale.Borrow().Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CloseStale(OwnedHandle stale) => stale.Dispose();
}
