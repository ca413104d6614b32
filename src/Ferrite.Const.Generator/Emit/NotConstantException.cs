namespace Ferrite.Const.Generator.Emit;

/// <summary>A result that no member can hold; the message says why, of "the result".</summary>
internal sealed class NotConstantException : Exception
{
    public NotConstantException(string message)
        : base(message)
    {
    }
}
