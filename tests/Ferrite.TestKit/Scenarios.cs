using System.Reflection;

namespace Ferrite.TestKit;

/// <summary>
/// What a test assembly does when it is run as a program: its <c>Main</c> hands its arguments on. A scenario is a static method that
/// takes strings; it fails by an exception.
/// </summary>
public static class Scenarios
{
    /// <summary>The exit code of a scenario that threw.</summary>
    public const int Failed = 99;

    /// <summary>Runs the scenario that <see cref="ChildProcess"/> asked for: its type, its method, then its own arguments.</summary>
    public static int Run(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("Run the tests with 'dotnet test'. This entry point is for their child processes.");
            return Failed;
        }

        try
        {
            Find(arguments[0], arguments[1])(arguments[2..]);
            return 0;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e);
            return Failed;
        }
    }

    internal static string[] Name(Action<string[]> scenario)
    {
        MethodInfo method = scenario.Method;
        return method.IsStatic && method.DeclaringType?.FullName is { } type
            ? [type, method.Name]
            : throw new ArgumentException("A scenario is a named static method, without captured variables.", nameof(scenario));
    }

    private static Action<string[]> Find(string type, string method) =>
        (Assembly.GetEntryAssembly()!.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(type, method)).CreateDelegate<Action<string[]>>();
}
