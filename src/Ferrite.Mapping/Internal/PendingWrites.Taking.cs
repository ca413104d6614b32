namespace Ferrite.Mapping.Internal;

internal sealed partial class PendingWrites
{
    /// <summary>Takes off, and returns, what is pending on the pages that the range touches.</summary>
    internal List<PendingPage> Take(long offset, long length)
    {
        var taken = new List<PendingPage>();
        if (length > 0)
        {
            long first = offset / PageMath.PageSize;
            long last = (offset + length - 1) / PageMath.PageSize;
            Enter();
            try
            {
                _touched.RemoveAll(block => block.Take(first, last, taken));
                foreach (PendingPage page in taken)
                {
                    _bytes -= page.Bytes;
                    _writes -= page.Writes;
                }
            }
            finally
            {
                Leave();
            }
        }

        return taken;
    }

    /// <summary>The flush failed: what was taken is pending again.</summary>
    internal void PutBack(List<PendingPage> taken)
    {
        Enter();
        try
        {
            foreach (PendingPage page in taken)
            {
                Add(page.Page, page.Bytes, page.Writes);
            }
        }
        finally
        {
            Leave();
        }
    }
}
