namespace Catalog.Engine.Leaderboards;

/// <content>Many at once, so that their waits for memory overlap.</content>
public sealed partial class MemberTable
{
    /// <summary>Numbers of ids; as <see cref="Find"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="numbers">Their numbers; as long as <paramref name="ids"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void FindMany(ReadOnlySpan<ulong> ids, Span<int> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(numbers.Length, ids.Length, nameof(numbers));
        for (int i = 0; i < ids.Length; i++) numbers[i] = Find(ids[i]);
    }

    /// <summary>Numbers of ids, given now to those who have none; as <see cref="FindOrAdd"/> for each.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="numbers">Their numbers, or <see cref="None"/> for whom there was no room; as long.</param>
    /// <returns>How many are new.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public int FindOrAddMany(ReadOnlySpan<ulong> ids, Span<int> numbers)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(numbers.Length, ids.Length, nameof(numbers));
        int added = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            numbers[i] = FindOrAdd(ids[i], out bool isAdded);
            added += isAdded ? 1 : 0;
        }

        return added;
    }
}
