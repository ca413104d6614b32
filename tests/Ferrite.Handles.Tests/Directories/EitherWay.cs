using Ferrite.Handles.Internal.Beneath;

namespace Ferrite.Handles.Tests.Directories;

/// <summary>Does it by openat2 where there is one, and by the walk that replaces it.</summary>
internal static class EitherWay
{
    internal static void Do(Action body)
    {
        body();
        ByWalk(body);
    }

    internal static void ByWalk(Action body)
    {
        bool before = LinuxDirectories.LacksOpenAt2;
        LinuxDirectories.LacksOpenAt2 = true;
        try
        {
            body();
        }
        finally
        {
            LinuxDirectories.LacksOpenAt2 = before;
        }
    }
}
