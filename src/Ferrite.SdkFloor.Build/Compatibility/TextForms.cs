namespace Ferrite.SdkFloor;

/// <summary>Forms of characters that netstandard2.0 lacks.</summary>
internal static class TextForms
{
    extension(char)
    {
        internal static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';
    }
}
