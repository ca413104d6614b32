using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>A method as the register machine runs it. Registers: parameters first.</summary>
internal sealed class Code(MirMethod method)
{
    public MirMethod Method { get; } = method;

    public Instruction[] Instructions { get; set; } = [];

    /// <summary>For each instruction, the MIR node it came from: what failed is told from it.</summary>
    public object?[] Sources { get; set; } = [];

    public MirSpan[] Spans { get; set; } = [];

    /// <summary>For each local its register.</summary>
    public int[] Registers { get; set; } = [];

    public int IntRegisters { get; set; }

    public int ObjectRegisters { get; set; }

    /// <summary>Constants, and the registers that a call copies them to.</summary>
    public KeyValuePair<int, long>[] IntConstants { get; set; } = [];

    public KeyValuePair<int, object?>[] ObjectConstants { get; set; } = [];

    public List<CallSite> CallSites { get; } = [];

    public List<Dictionary<long, int>> Tables { get; } = [];

    public List<ScalarSite> ScalarSites { get; } = [];

    public List<RareSite> RareSites { get; } = [];

    /// <summary>What begins a frame: structs of its own, and cells for locals that something refers to.</summary>
    public List<FrameItem> Prologue { get; } = [];

    public int RegisterOf(int local) => Registers[local];

    /// <summary>Whether the register holds a reference to the local's cell.</summary>
    public bool IsInMemory(int local) => Method.Locals[local].InMemory && Method.Locals[local].Type.Kind != MirKind.Struct;
}
