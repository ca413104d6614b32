using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache;

/// <summary>Writes what is found, as it is found.</summary>
internal interface IResidencyReport
{
    void Begin();

    void Add(in FileResidency file);

    /// <summary>Standard error tells it as well, afterwards: whatever came before must have been written by then.</summary>
    void AddFailure(PathBytes path, string reason);

    void End(ResidencySum sum);
}
