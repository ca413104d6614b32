using System.Globalization;
using Ferrite.TestKit;

namespace Ferrite.Mapping.Tests.Faults.Guard;

/// <summary>The guard finds the region a fault lies in among all that come and go.</summary>
public sealed class GuardTableTests
{
    private const int Threads = 4;
    private const int Rounds = 500;

    /// <summary>A block of the table has 1024 slots.</summary>
    private const int Many = 3000;

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void Among_thousands_of_mappings_the_right_one_is_faulted() => ChildProcess.Run(FaultSomeOfMany).AssertSucceeded();

    [NeedsFact(Needs.Linux | Needs.FaultGuard)]
    public void Faults_of_some_threads_while_others_open_and_dispose_reach_their_own_mappings() =>
        ChildProcess.Run(FaultWhileOthersComeAndGo, Rounds.ToString(CultureInfo.InvariantCulture)).AssertSucceeded();

    private static void FaultSomeOfMany(string[] arguments)
    {
        using var cut = new CutFile();
        MappedFile[] all = [.. Enumerable.Range(0, Many).Select(_ => cut.Map(MapMode.ReadOnly))];
        cut.CutToPages(1);
        int[] faulted = [0, 1023, 1024, 2047, 2048, Many - 1];
        foreach (int index in faulted)
        {
            long offset = CutFile.PageSize + index;
            MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => all[index].Read<byte>(offset));
            Assert.Equal(offset, fault.Offset);
        }

        Assert.Equal(faulted, Enumerable.Range(0, Many).Where(index => all[index].IsFaulted));
        Array.ForEach(all, static mapped => mapped.Dispose());
    }

    private static void FaultWhileOthersComeAndGo(string[] arguments)
    {
        int rounds = int.Parse(arguments[0], CultureInfo.InvariantCulture);
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
        {
            using var cut = new CutFile();
            var random = new Random(thread);
            for (int round = 0; round < rounds; round++)
            {
                using MappedFile mapped = cut.Map();
                int pages = random.Next(1, CutFile.Pages);
                long offset = random.Next(pages * CutFile.PageSize, CutFile.Pages * CutFile.PageSize);
                cut.CutToPages(pages);
                MappedFileFaultException fault = Assert.Throws<MappedFileFaultException>(() => mapped.Read<byte>(offset));
                Assert.Equal((offset, FaultCause.Truncated), (fault.Offset, fault.Cause));
                mapped.Refresh();
                Assert.Equal(pages * CutFile.PageSize, mapped.Length);
                Assert.Equal(1, mapped.Read<byte>(0));
                cut.CutToPages(CutFile.Pages);
            }
        });
    }
}
