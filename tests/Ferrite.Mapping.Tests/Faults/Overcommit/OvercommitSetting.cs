namespace Ferrite.Mapping.Tests.Faults.Overcommit;

/// <summary>
/// vm.overcommit_memory=2 for the whole machine while it lasts, with a limit that leaves everybody else in peace: ten times the memory.
/// See proc(5).
/// </summary>
internal sealed class OvercommitSetting : IDisposable
{
    private const string Memory = "/proc/sys/vm/overcommit_memory";
    private const string Ratio = "/proc/sys/vm/overcommit_ratio";

    private readonly string _memory = File.ReadAllText(Memory);
    private readonly string _ratio = File.ReadAllText(Ratio);

    internal OvercommitSetting()
    {
        File.WriteAllText(Ratio, "1000");
        File.WriteAllText(Memory, "2");
    }

    public void Dispose()
    {
        File.WriteAllText(Memory, _memory);
        File.WriteAllText(Ratio, _ratio);
    }
}
