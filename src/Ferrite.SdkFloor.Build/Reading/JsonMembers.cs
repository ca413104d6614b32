namespace Ferrite.SdkFloor.Build.Reading;

/// <summary>Looks into what <see cref="JsonText"/> read; what isn't there, or is something else, is empty.</summary>
internal static class JsonMembers
{
    private static readonly Dictionary<string, object?> None = new(StringComparer.Ordinal);

    internal static object? Member(this object? value, string name) =>
        value is Dictionary<string, object?> members && members.TryGetValue(name, out object? member) ? member : null;

    internal static IReadOnlyDictionary<string, object?> Members(this object? value, string name) => value.Member(name).AsMembers();

    internal static IReadOnlyDictionary<string, object?> AsMembers(this object? value) => value as Dictionary<string, object?> ?? None;

    internal static IEnumerable<object?> Elements(this object? value, string name) => value.Member(name) as List<object?> ?? [];

    internal static string? Text(this object? value, string name) => value.Member(name) as string;

    internal static IEnumerable<string> Texts(this object? value, string name) => value.Elements(name).OfType<string>();
}
