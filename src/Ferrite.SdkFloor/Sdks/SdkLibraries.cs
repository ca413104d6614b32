using System.Reflection;
using System.Runtime.Loader;

namespace Ferrite.SdkFloor.Sdks;

/// <summary>
/// NuGet and MSBuild come from an SDK's folder: those that restored the projects read them best, and NuGet.Packaging can't be restored everywhere.
/// Code that names their types runs only after <see cref="Use"/>. Of one process the first SDK counts.
/// </summary>
internal static class SdkLibraries
{
    private static readonly Lock Gate = new();
    private static InstalledSdk? _loaded;

    internal static void Use(InstalledSdk sdk)
    {
        lock (Gate)
        {
            if (_loaded is not null)
            {
                return;
            }

            _loaded = sdk;
            AssemblyLoadContext.Default.Resolving += static (context, name) => Load(context, name);
            // MSBuild finds itself by these; DOTNET_HOST_PATH is for the tasks and SDK resolvers that start programs.
            Set("MSBUILD_EXE_PATH", Path.Combine(sdk.Directory, "MSBuild.dll"));
            Set("MSBuildExtensionsPath", sdk.Directory + Path.DirectorySeparatorChar);
            Set("MSBuildSDKsPath", Path.Combine(sdk.Directory, "Sdks"));
            Set("DOTNET_HOST_PATH", SdkInstallation.Host);
        }
    }

    private static Assembly? Load(AssemblyLoadContext context, AssemblyName name)
    {
        string path = Path.Combine(_loaded!.Directory, name.Name + ".dll");
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return context.LoadFromAssemblyPath(path);
        }
        catch (Exception e) when (e is FileLoadException or BadImageFormatException)
        {
            throw new FloorException($"{name.Name} of SDK {_loaded.Version} can't be loaded by the runtime of this tool, {Environment.Version}: {e.Message}", e);
        }
    }

    private static void Set(string name, string value) => Environment.SetEnvironmentVariable(name, value);
}
