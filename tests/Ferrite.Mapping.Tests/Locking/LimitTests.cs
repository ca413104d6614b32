using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Locking;

/// <summary>Beyond what may be locked: as nobody, since root has no limit. A clear exception, and nothing half-locked.</summary>
public sealed class LimitTests : LeakCheckedTests
{
    private const int LimitPages = 16;

    private static readonly int Page = MappedFile.PageSize;

    private readonly TempDirectory _directory = new();

    [NeedsFact(Needs.OtherUser)]
    public void Too_much_is_refused_with_the_limit_and_locks_nothing() => Run(LockTooMuch);

    [NeedsFact(Needs.OtherUser)]
    public void All_of_a_long_file_is_refused_and_growth_is_not_locked_then() => Run(LockAllOfTooMuch);

    [NeedsFact(Needs.OtherUser)]
    public void Growth_in_place_that_can_not_be_locked_changes_nothing() => Run(GrowTooMuch, "1048576");

    [NeedsFact(Needs.OtherUser)]
    public void Growth_that_moves_and_can_not_be_locked_changes_nothing() => Run(GrowTooMuch, "0");

    /// <summary>For a moment both mappings want their locks.</summary>
    [NeedsFact(Needs.OtherUser)]
    public void A_new_mapping_is_locked_where_both_would_be_too_much() => Run(Move);

    [NeedsFact(Needs.OtherUser)]
    public void No_limit_left_is_said_too() => Run(LockNothing, limit: 0);

    protected override void Dispose(bool disposing)
    {
        _directory.Dispose();
        base.Dispose(disposing);
    }

    private void Run(Action<string[]> scenario, string argument = "") => Run(scenario, LimitPages * Page, argument);

    private void Run(Action<string[]> scenario, int limit, string argument = "")
    {
        Tool.Run("chmod", "777", _directory.Path);
        string bytes = limit.ToString(CultureInfo.InvariantCulture);
        var asNobody = new ChildOptions { Wrapper = ["prlimit", $"--memlock={bytes}:{bytes}", "setpriv", "--reuid=65534", "--clear-groups"] };

        ChildProcess.Run(asNobody, scenario, _directory.File(), argument).AssertSucceeded();
    }

    private static void LockTooMuch(string[] arguments)
    {
        using MappedFile file = MappedFile.Create(arguments[0], 64 * Page);
        long before = LockedBytes.Now;
        file.Lock(2 * Page, 4 * Page);

        IOException refused = Assert.Throws<IOException>(() => file.Lock(0, 20 * Page));

        Assert.Equal(4 * Page, LockedBytes.Now - before);
        Assert.StartsWith($"mlock of '{arguments[0]}' failed: ENOMEM", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"the limit is {LimitPages * Page} bytes (RLIMIT_MEMLOCK)", refused.Message, StringComparison.Ordinal);
        file.Lock(0, 8 * Page);
        Assert.Equal(8 * Page, LockedBytes.Now - before);
        file.Unlock(0, 8 * Page);
        Assert.Equal(before, LockedBytes.Now);
    }

    private static void LockAllOfTooMuch(string[] arguments)
    {
        using MappedFile file = MappedFile.Create(arguments[0], 64 * Page);
        long before = LockedBytes.Now;

        Assert.Throws<IOException>(file.LockAll);

        Assert.Equal(before, LockedBytes.Now);
        file.Resize(Page);
        file.Resize(2 * Page);
        Assert.Equal(before, LockedBytes.Now);
    }

    private static void GrowTooMuch(string[] arguments)
    {
        var options = new MappedFileOptions { Capacity = long.Parse(arguments[1], CultureInfo.InvariantCulture) };
        using MappedFile file = MappedFile.Create(arguments[0], 10 * Page, options);
        long before = LockedBytes.Now;
        file.LockAll();
        file.Write(100, 42);

        IOException refused = Assert.Throws<IOException>(() => file.Resize(20 * Page));

        Assert.Contains("(RLIMIT_MEMLOCK)", refused.Message, StringComparison.Ordinal);
        Assert.Equal(10 * Page, file.Length);
        Assert.Equal(10 * Page, new FileInfo(arguments[0]).Length);
        Assert.Equal(42, file.Read<int>(100));
        Assert.Equal(10 * Page, LockedBytes.Now - before);
        file.Resize(12 * Page);
        Assert.Equal(12 * Page, LockedBytes.Now - before);
    }

    private static void Move(string[] arguments)
    {
        using MappedFile file = MappedFile.Create(arguments[0], 10 * Page);
        long before = LockedBytes.Now;
        file.LockAll();

        file.Refresh();
        Assert.Equal(10 * Page, LockedBytes.Now - before);
        file.Resize(12 * Page);
        Assert.Equal(12 * Page, LockedBytes.Now - before);
        file.Resize(9 * Page);
        Assert.Equal(9 * Page, LockedBytes.Now - before);
    }

    private static void LockNothing(string[] arguments)
    {
        using MappedFile file = MappedFile.Create(arguments[0], Page);

        UnauthorizedAccessException refused = Assert.Throws<UnauthorizedAccessException>(file.LockAll);

        Assert.StartsWith($"mlock of '{arguments[0]}' failed: EPERM", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the limit is 0 bytes (RLIMIT_MEMLOCK)", refused.Message, StringComparison.Ordinal);
    }
}
