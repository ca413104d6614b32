using System.Text;
using System.Xml;
using System.Xml.Linq;
using Ferrite.SdkFloor.Build.Checking;
using Ferrite.SdkFloor.Build.Reading;
using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Inference;
using Ferrite.SdkFloor.Rules;
using Ferrite.SdkFloor.Values;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Ferrite.SdkFloor.Build.Packing;

/// <summary>Writes the files with which a package carries its floor, and says which of the package's own they replace.</summary>
public sealed class PackSdkFloor : SdkFloorTask
{
    /// <summary>The package's id.</summary>
    [Required]
    public string PackageId { get; set; } = "";

    /// <summary>The package's version.</summary>
    [Required]
    public string PackageVersion { get; set; } = "";

    /// <summary>All that pack is about to put into the package, with PackagePath.</summary>
    public ITaskItem[] PackageFiles { get; set; } = [];

    /// <summary>What the project is built for: the frameworks, with their Constants.</summary>
    [Required]
    public ITaskItem[] BuiltFrameworks { get; set; } = [];

    /// <summary>The check that travels.</summary>
    [Required]
    public string CheckFile { get; set; } = "";

    /// <summary>Where to write.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Whether the running SDK has to be the floor's.</summary>
    public bool Verify { get; set; }

    /// <summary><c>VerifyFloor</c>: "exact" wants the very version.</summary>
    public string VerifyFloor { get; set; } = "";

    /// <summary>Whether a floor has to be declared.</summary>
    public bool IsFloorRequired { get; set; }

    /// <summary>Items of <see cref="PackageFiles"/> that <see cref="FloorFiles"/> replace.</summary>
    [Output]
    public ITaskItem[] ReplacedFiles { get; set; } = [];

    /// <summary>What to pack besides, with PackagePath.</summary>
    [Output]
    public ITaskItem[] FloorFiles { get; set; } = [];

    private protected override void Run()
    {
        if (!Declaration.IsDeclared && IsFloorRequired)
        {
            Report(FloorCode.Missing, isError: true, "It is packed and declares no MinimumSdkVersion, which RequireSdkFloor asks for.");
        }

        List<(ITaskItem Item, PackageFile File)> files =
            [.. PackageFiles.SelectMany(static item => PackagePaths.Of(item).Select(file => (item, file)))];
        Version? roslyn = AnalyzerFolders.LowestRoslyn(new PackedAnalyzers(files.Select(static file => file.File)), out _);
        FloorSet? declared = new FloorRules(Tables).Read(DeclarationWith(roslyn), out IReadOnlyList<string> problems);
        foreach (string problem in problems)
        {
            Report(FloorCode.Invalid, isError: true, problem);
        }

        if (declared is null || (Verify && !IsVerified(declared.Base)))
        {
            return;
        }

        var floors = new SettledFloors(
            declared, [.. BuiltFrameworks.Select(static item => TargetOf(item.ItemSpec, "", item.GetMetadata("Constants")))], Tables);
        try
        {
            Write(floors, files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            Log.LogError("The floor can't be put among the package's own build files: {0}", e.Message);
        }
    }

    private bool IsVerified(FloorValue floor)
    {
        bool exact = string.Equals(VerifyFloor, "exact", StringComparison.OrdinalIgnoreCase);
        if (PackVerification.Problem(floor, Tables.Resolve(floor), Sdk.Version, Sdk.Day, exact) is not { } problem)
        {
            return true;
        }

        Report(FloorCode.PackedByAnother, isError: true, problem + " -p:NoVerifyFloor=true packs without asking.");
        return false;
    }

    private void Write(SettledFloors floors, List<(ITaskItem Item, PackageFile File)> files)
    {
        var project = new TravellingProject(PackageId, PackageVersion, floors.Packed);
        IReadOnlyDictionary<string, XDocument> layout = FloorLayout.Of(
            PackageId, project, files.Select(static file => file.File), static path => XDocument.Load(path, LoadOptions.PreserveWhitespace));
        var written = new List<ITaskItem>();
        foreach (KeyValuePair<string, XDocument> file in layout)
        {
            written.Add(WriteFile(file.Key, Text(file.Value)));
        }

        written.Add(WriteFile(PackageFloorFile.Path, PackageFloorText.ToJson(floors.Set, floors.Frameworks)));
        written.Add(ItemOf(CheckFile, TravellingProject.CheckFolder + "/" + TravellingProject.CheckFile));

        // MSBuild removes items by name, and an item may be packed to several places: those that stay come back by themselves.
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        replaced.UnionWith(files.Where(file => layout.ContainsKey(file.File.Path)).Select(static file => file.Item.ItemSpec));
        ReplacedFiles = [.. replaced.Select(static name => new TaskItem(name))];
        written.AddRange(files.Where(file => replaced.Contains(file.Item.ItemSpec) && !layout.ContainsKey(file.File.Path))
            .Select(static file => ItemOf(file.File.Source, file.File.Path)));
        FloorFiles = [.. written];
    }

    /// <summary>A file that stays as it is keeps its time, so that pack needn't run again.</summary>
    private TaskItem WriteFile(string packagePath, string text)
    {
        string path = Path.Combine(OutputFolder, packagePath);
        if (!File.Exists(path) || !string.Equals(File.ReadAllText(path), text, StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return ItemOf(path, packagePath);
    }

    private static TaskItem ItemOf(string file, string packagePath) =>
        new(file, new Dictionary<string, string>(StringComparer.Ordinal) { ["PackagePath"] = packagePath });

    private static string Text(XDocument document)
    {
        var text = new StringBuilder();
        bool isOwn = document.DescendantNodes().Any(static node => node is XText);
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = !isOwn, NewLineChars = "\n" };
        using (var writer = XmlWriter.Create(text, settings))
        {
            document.Save(writer);
        }

        return text.Append('\n').ToString();
    }
}
