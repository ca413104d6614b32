using System.Diagnostics.CodeAnalysis;

namespace Ferrite.SdkFloor;

/// <summary>Forms of the collections' methods that netstandard2.0 lacks: the tool's sources compile for it as they are.</summary>
internal static class CollectionForms
{
    internal static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
    {
        if (dictionary.ContainsKey(key))
        {
            return false;
        }

        dictionary.Add(key, value);
        return true;
    }

    internal static bool TryDequeue<T>(this Queue<T> queue, [NotNullWhen(true)] out T? item)
        where T : class
    {
        item = queue.Count > 0 ? queue.Dequeue() : null;
        return item is not null;
    }

    internal static IEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) => items.OrderBy(static item => item, comparer);

    internal static T MinBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key) => items.OrderBy(key).First();
}
