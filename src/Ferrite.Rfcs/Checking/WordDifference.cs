namespace Ferrite.Rfcs.Checking;

/// <summary>The fewest words to take away and to add that turn one text into another: the greedy algorithm of E. W. Myers, 1986.</summary>
internal static class WordDifference
{
    internal static int Count(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int longest = before.Count + after.Count;
        // How far each diagonal has come; diagonals go from -longest to longest.
        int[] reached = new int[(2 * longest) + 2];
        for (int changes = 0; changes <= longest; changes++)
        {
            for (int diagonal = -changes; diagonal <= changes; diagonal += 2)
            {
                bool isDown = diagonal == -changes || (diagonal != changes && reached[longest + diagonal - 1] < reached[longest + diagonal + 1]);
                int x = isDown ? reached[longest + diagonal + 1] : reached[longest + diagonal - 1] + 1;
                while (x < before.Count && x - diagonal < after.Count && before[x].Equals(after[x - diagonal], StringComparison.Ordinal))
                {
                    x++;
                }

                reached[longest + diagonal] = x;
                if (x >= before.Count && x - diagonal >= after.Count)
                {
                    return changes;
                }
            }
        }

        return longest;
    }
}
