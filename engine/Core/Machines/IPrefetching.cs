namespace Catalog.Engine.Core.Machines;

/// <summary>
/// A machine that can have what its deciders are going to read fetched into the processor's cache, for several
/// partitions at once, so that their waits for memory overlap. The shard asks before it decides a group of commands.
/// </summary>
/// <typeparam name="TState">A partition's state.</typeparam>
public interface IPrefetching<TState>
    where TState : class
{
    /// <summary>Fetches and changes nothing. O(states); must not allocate.</summary>
    void Prefetch(ReadOnlySpan<TState> states);
}
