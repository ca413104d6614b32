namespace Ferrite.Mapping.Internal;

/// <summary>Turns what a call does, or throws, into a task that is complete: an asynchronous method throws through its task.</summary>
internal static class Synchronously
{
    internal static ValueTask<T> Run<T>(Func<T> call)
    {
        try
        {
            return ValueTask.FromResult(call());
        }
        catch (Exception e)
        {
            return ValueTask.FromException<T>(e);
        }
    }

    internal static ValueTask Run(Action call)
    {
        try
        {
            call();
            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }
}
