using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache;

/// <summary>Two reports of the same.</summary>
internal sealed class BothReports(IResidencyReport first, IResidencyReport second) : IResidencyReport
{
    public void Begin()
    {
        first.Begin();
        second.Begin();
    }

    public void Add(in FileResidency file)
    {
        first.Add(file);
        second.Add(file);
    }

    public void AddFailure(PathBytes path, string reason)
    {
        first.AddFailure(path, reason);
        second.AddFailure(path, reason);
    }

    public void End(ResidencySum sum)
    {
        first.End(sum);
        second.End(sum);
    }
}
