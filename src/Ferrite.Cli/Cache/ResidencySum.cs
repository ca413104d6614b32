using Ferrite.Cli.Files;
using Ferrite.Mapping;

namespace Ferrite.Cli.Cache;

/// <summary>The sum over files, each counted once whatever its names. What the kernel hides is summed apart, mixed into nothing.</summary>
internal sealed class ResidencySum
{
    internal long Files { get; private set; }

    internal long Pages { get; private set; }

    /// <summary>Wide: three of the longest sparse files are more than a long holds.</summary>
    internal Int128 Bytes { get; private set; }

    internal long ResidentPages { get; private set; }

    internal Int128 ResidentBytes { get; private set; }

    /// <summary>Of <see cref="Files"/>, those whose residency isn't known; likewise the pages and bytes.</summary>
    internal long UnknownFiles { get; private set; }

    internal long UnknownPages { get; private set; }

    internal Int128 UnknownBytes { get; private set; }

    /// <summary>Further names of files that are in the sum: hard links, bind mounts, paths given twice.</summary>
    internal long CountedAlready { get; set; }

    internal long Directories { get; set; }

    /// <summary>Pipes, sockets, devices.</summary>
    internal long Specials { get; private set; }

    internal long OtherFileSystems { get; private set; }

    internal long WalkedAlready { get; private set; }

    internal long Failures { get; set; }

    /// <summary>Whether a signal ended it before its end.</summary>
    internal bool IsStopped { get; set; }

    internal int ExitCode => Failures == 0 && !IsStopped ? Commands.ExitCode.Ok : Commands.ExitCode.Failed;

    internal void PassOver(PassedOver reason)
    {
        switch (reason)
        {
            case PassedOver.OtherFileSystem:
                OtherFileSystems++;
                break;
            case PassedOver.WalkedAlready:
                WalkedAlready++;
                break;
            default:
                Specials++;
                break;
        }
    }

    internal void Add(PageResidency residency)
    {
        Files++;
        Pages += residency.Pages;
        Bytes += residency.Length;
        if (residency.IsKnown)
        {
            ResidentPages += residency.ResidentPages;
            ResidentBytes += residency.ResidentBytes;
        }
        else
        {
            UnknownFiles++;
            UnknownPages += residency.Pages;
            UnknownBytes += residency.Length;
        }
    }
}
