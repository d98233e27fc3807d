using System.Runtime.CompilerServices;

namespace Catalog.Engine.Leaderboards;

/// <content>Many at once, so that their waits for memory overlap.</content>
public sealed partial class MemberTable
{
    private const int GroupSize = 16;

    /// <summary>Numbers of ids; as <see cref="Find"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="numbers">Their numbers; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void FindMany(ReadOnlySpan<ulong> ids, Span<int> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(numbers.Length, ids.Length, nameof(numbers));
        while (ids.Length > 0)
        {
            int count = Math.Min(ids.Length, GroupSize);
            FindGroup(ids[..count], numbers, ranking: null);
            ids = ids[count..];
            numbers = numbers[count..];
        }
    }

    /// <summary>Numbers of ids, given now to those who have none; as <see cref="FindOrAdd"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="numbers">Their numbers, or <see cref="None"/> for whom there was no room; as long.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public int FindOrAddMany(ReadOnlySpan<ulong> ids, Span<int> numbers)
    {
        FindMany(ids, numbers);
        int added = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            if (numbers[i] != None) continue;
            numbers[i] = FindOrAdd(ids[i], out bool isAdded);
            added += isAdded ? 1 : 0;
        }

        return added;
    }

    /// <summary>Finds a group of numbers, and has the first line a ranking reads of each fetched, too.</summary>
    internal void FindGroup(ReadOnlySpan<ulong> ids, Span<int> numbers, RankedTree? ranking)
    {
        foreach (ulong id in ids) FetchSlot(id);
        foreach (ulong id in ids) FetchLikely(id, ranking);
        for (int i = 0; i < ids.Length; i++) numbers[i] = Find(ids[i]);
    }

    /// <summary>First of what a search for an id reads. O(1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void FetchSlot(ulong id) => _slots.Prefetch(HashOf(id, _seed));

    /// <summary>Second, and the first line a ranking reads of it, too. O(1).</summary>
    internal void FetchLikely(ulong id, RankedTree? ranking)
    {
        // Nearly always the one; if not, a line is fetched in vain.
        int likely = _slots.FindLikely(HashOf(id, _seed));
        if (likely == None) return;
        _ids.Prefetch(likely);
        ranking?.Fetch(likely);
    }

    /// <summary>Has the line of a number's id fetched.</summary>
    internal void FetchId(int number) => _ids.Prefetch(number);
}
