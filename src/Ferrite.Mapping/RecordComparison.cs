namespace Ferrite.Mapping;

/// <summary>Compares a record with a key.</summary>
/// <param name="record">The record, in place.</param>
/// <param name="key">The key.</param>
/// <returns>Less than, equal to or greater than 0 where the record's key is less than, equal to or greater than the key.</returns>
public delegate int RecordComparison<T, in TKey>(ref readonly T record, TKey key)
    where T : unmanaged
    where TKey : allows ref struct;
