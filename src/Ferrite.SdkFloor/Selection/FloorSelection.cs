using Ferrite.SdkFloor.Floors;
using Ferrite.SdkFloor.Tables;
using Ferrite.SdkFloor.Values;

namespace Ferrite.SdkFloor.Selection;

/// <summary>Chooses the newest version whose floor fits. NuGet itself takes the lowest version that fits and can't be told otherwise.</summary>
internal sealed class FloorSelection(SdkTables tables)
{
    private readonly FloorJudge _judge = new(tables);

    /// <param name="newestFirst">Versions in falling order; read only as far as needed.</param>
    /// <param name="fits">Whether what a version needs is met.</param>
    internal async Task<Choice> ChooseAsync(IAsyncEnumerable<Candidate> newestFirst, Func<IReadOnlyList<FloorValue>, bool> fits)
    {
        var looked = new List<Candidate>();
        await foreach (Candidate candidate in newestFirst.ConfigureAwait(false))
        {
            looked.Add(candidate);
            if (fits(candidate.Floors))
            {
                return new Choice(candidate, looked, null);
            }
        }

        Candidate? nearest = null;
        foreach (Candidate candidate in looked)
        {
            nearest = nearest is null || IsBelow(candidate, nearest) ? candidate : nearest;
        }

        return new Choice(null, looked, nearest);
    }

    /// <summary>Why none fits: which versions need what, in the order of their versions, and the nearest.</summary>
    internal string Explain(string id, Choice choice, string constraint)
    {
        if (choice.Looked.Count == 0)
        {
            return $"{id}: no feed lists a version of it.";
        }

        var runs = new List<string>();
        List<Candidate> rising = [.. choice.Looked.Reverse()];
        for (int i = 0; i < rising.Count;)
        {
            string needs = Needs(rising[i]);
            int end = i;
            while (end + 1 < rising.Count && Needs(rising[end + 1]).Equals(needs, StringComparison.Ordinal))
            {
                end++;
            }

            runs.Add(end > i ? $"{rising[i].Version} to {rising[end].Version} need {needs}" : $"{rising[i].Version} needs {needs}");
            i = end + 1;
        }

        Candidate nearest = choice.Nearest!;
        return $"{id}: no version fits {constraint}. {string.Join("; ", runs)}. The nearest is {nearest.Version}, which needs {Needs(nearest)}.";
    }

    internal string Needs(Candidate candidate) => _judge.Highest(candidate.Floors) is { } floor ? $"SDK {_judge.Describe(floor)}" : "no particular SDK";

    private bool IsBelow(Candidate candidate, Candidate other)
    {
        FloorValue? first = _judge.Highest(candidate.Floors);
        FloorValue? second = _judge.Highest(other.Floors);
        return second is not null && (first is null || (!first.Equals(second) && _judge.Highest([first, second])!.Equals(second)));
    }
}
