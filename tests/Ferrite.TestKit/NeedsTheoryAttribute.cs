using Xunit;

namespace Ferrite.TestKit;

/// <summary>A theory that is skipped, with the reason, where the machine lacks what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(Needs needs)
    {
        Needs = needs;
        Skip = Requirements.WhyUnmet(needs);
    }

    public Needs Needs { get; }
}
