namespace Ferrite.Mapping.Internal;

/// <summary>Rounding to the OS's page size.</summary>
internal static class PageMath
{
    internal static readonly int PageSize = Environment.SystemPageSize;

    /// <summary>The most bytes a region may hold: rounding up and adding a header page cannot overflow below it.</summary>
    internal const long MaxLength = 1L << 56;

    internal static long RoundUp(long bytes) => RoundUp(bytes, PageSize);

    /// <summary>To a power of two.</summary>
    internal static long RoundUp(long bytes, long unit) => (bytes + (unit - 1)) & -unit;

    /// <summary>How many pages the bytes lie on. Cannot overflow.</summary>
    internal static long PagesOf(long offset, long length) =>
        length == 0 ? 0 : ((offset + (length - 1)) / PageSize) - (offset / PageSize) + 1;

    internal static long RoundDown(long bytes) => bytes & -(long)PageSize;
}
