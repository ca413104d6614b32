using Ferrite.SdkFloor.Sdks;

namespace Ferrite.SdkFloor.Projects;

/// <summary>Facts of projects and of all they refer to, from the cache where that still holds.</summary>
internal sealed class ProjectReader(InstalledSdk sdk) : IDisposable
{
    private readonly EvaluationCache _cache = new(sdk);
    private readonly Dictionary<string, ProjectFacts> _facts = new(StringComparer.Ordinal);
    private ProjectEvaluator? _evaluator;

    /// <exception cref="FloorException">A project can't be evaluated, or refers to itself by way of others.</exception>
    internal ProjectFacts Read(string path)
    {
        Visit(Path.GetFullPath(path), []);
        return _facts[Path.GetFullPath(path)];
    }

    public void Dispose() => _evaluator?.Dispose();

    private void Visit(string path, List<string> way)
    {
        if (way.Contains(path, StringComparer.Ordinal))
        {
            string circle = string.Join(" → ", way.SkipWhile(step => !step.Equals(path, StringComparison.Ordinal)).Append(path).Select(Path.GetFileName));
            throw new FloorException($"Project references go in a circle: {circle}");
        }

        if (_facts.ContainsKey(path))
        {
            return;
        }

        if (!File.Exists(path))
        {
            throw new FloorException(way.Count > 0 ? $"{way[^1]} refers to a project that is not there: {path}" : $"{path} is not there.");
        }

        ProjectFacts facts = _cache.Find(path) ?? Evaluate(path);
        way.Add(path);
        foreach (string reference in facts.References)
        {
            Visit(reference, way);
        }

        way.RemoveAt(way.Count - 1);
        _facts.Add(path, facts);
    }

    private ProjectFacts Evaluate(string path)
    {
        SdkLibraries.Use(sdk);
        _evaluator ??= new ProjectEvaluator();
        (ProjectFacts facts, IReadOnlyList<string> imports) = _evaluator.Evaluate(path);
        _cache.Add(facts, imports);
        return facts;
    }
}
