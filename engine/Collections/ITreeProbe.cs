namespace Catalog.Engine.Collections;

/// <summary>A point in the order that is searched for, without an entry having to stand there.</summary>
/// <typeparam name="TKey">What entries are ordered by.</typeparam>
public interface ITreeProbe<TKey>
    where TKey : unmanaged
{
    /// <summary>Whether asking reads no memory but the entry: then some more of it is done.</summary>
    static abstract bool IsByKeysAlone { get; }

    /// <summary>Whether an entry lies before the point. Never true again behind an entry it is false for.</summary>
    bool IsBehind(in TKey key, in int item);
}
