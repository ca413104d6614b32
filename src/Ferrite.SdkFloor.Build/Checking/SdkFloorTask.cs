using System.Globalization;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;
using Microsoft.Build.Framework;

namespace Ferrite.SdkFloor.Build.Checking;

/// <summary>What both tasks are given: the project's declaration and the SDK at hand.</summary>
public abstract class SdkFloorTask : Microsoft.Build.Utilities.Task
{
    /// <summary>The running SDK's version.</summary>
    [Required]
    public string RunningSdk { get; set; } = "";

    /// <summary>The build number that tells its day, five digits; empty where unknown.</summary>
    public string RunningDay { get; set; } = "";

    /// <summary><c>MinimumSdkVersion</c>; empty where the project declares none.</summary>
    public string MinimumSdkVersion { get; set; } = "";

    /// <summary><c>SdkFloor</c> items: floors with RuntimeIdentifier, TargetFramework or DefineConstants.</summary>
    public ITaskItem[] SdkFloors { get; set; } = [];

    /// <summary>The target frameworks that the project is built for.</summary>
    public string[] TargetFrameworks { get; set; } = [];

    /// <summary><c>LangVersion</c> of a C# project; empty for others.</summary>
    public string LangVersion { get; set; } = "";

    /// <summary>Constants that the project defines, separated by semicolons.</summary>
    public string DefineConstants { get; set; } = "";

    /// <summary>The project's file, to which errors point.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    private protected SdkAtHand Sdk { get; private set; } = null!;

    /// <summary>The tables, and the SDK that is there even if it is newer than they are.</summary>
    private protected SdkTables Tables { get; private set; } = null!;

    private protected Declaration Declaration { get; private set; } = null!;

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        if (!SdkVersion.TryParse(RunningSdk, out SdkVersion? running))
        {
            Report(FloorCode.Invalid, isError: true, $"'{RunningSdk}' is not the version of a .NET SDK: see FerriteSdkVersion and NETCoreSdkVersion.");
            return false;
        }

        Sdk = new SdkAtHand(running!, DayOf(RunningDay), "");
        Tables = SdkTables.Embedded.With(running!);
        Declaration = DeclarationWith(packedRoslyn: null);
        Run();
        return !Log.HasLoggedErrors;
    }

    private protected abstract void Run();

    private protected Declaration DeclarationWith(Version? packedRoslyn) => new()
    {
        Base = MinimumSdkVersion,
        Conditional = [.. SdkFloors.Select(static item => (item.ItemSpec, ConditionOf(item)))],
        TargetFrameworks = TargetFrameworks,
        LangVersion = LangVersion,
        PackedRoslyn = packedRoslyn,
    };

    private protected FloorTarget TargetOf(string framework, string runtimeIdentifier) => TargetOf(framework, runtimeIdentifier, DefineConstants);

    private protected static FloorTarget TargetOf(string framework, string runtimeIdentifier, string defined)
    {
        var constants = new HashSet<string>(StringComparer.Ordinal);
        foreach (string constant in defined.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            constants.Add(constant);
        }

        return new FloorTarget(framework, runtimeIdentifier.Length == 0 ? null : runtimeIdentifier, constants);
    }

    private protected void Report(string code, bool isError, string message)
    {
        if (isError)
        {
            Log.LogError(null, code, null, ProjectFile, 0, 0, 0, 0, "{0}", message);
        }
        else
        {
            Log.LogWarning(null, code, null, ProjectFile, 0, 0, 0, 0, "{0}", message);
        }
    }

    private static FloorCondition ConditionOf(ITaskItem item) =>
        new(TextOf(item, "RuntimeIdentifier"), TextOf(item, "TargetFramework"), TextOf(item, "DefineConstants"));

    private static string? TextOf(ITaskItem item, string name) => item.GetMetadata(name) is { Length: > 0 } text ? text : null;

    private static DateTime? DayOf(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? BuildDate.OfNumber(value) : null;
}
