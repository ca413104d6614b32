using Ferrite.Cli.Files;

namespace Ferrite.Cli.Cache.Acting;

/// <summary>Writes what is done, as it is done.</summary>
internal interface IActionReport
{
    void Begin();

    void Add(FileAction action);

    void AddFailure(PathBytes path, string reason);

    void End(ResidencySum sum, ActionSum done);
}
