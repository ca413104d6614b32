using FsCheck;
using FsCheck.Fluent;

namespace Ferrite.Handles.Tests;

/// <summary>Property tests that fail by an exception: see <see cref="Deep"/>.</summary>
internal static class Properties
{
    internal static void ForAll<T>(Gen<T> cases, Action<T> property) => Check.One(Deep.Config, Prop.ForAll(cases.ToArbitrary(), property));
}
