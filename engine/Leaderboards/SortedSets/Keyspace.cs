using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// A database of sorted sets: what <see cref="SortedSetMachine"/> keeps of a partition. Clients see it through commands
/// alone.
/// <code>
/// commands ─► Execution ─► KeyspaceChanges: each effect is applied and written down at once
///                 │                 └─► one fact of many operations, at the end of the chunk
///                 └─► answers
/// replay   ─► KeyspaceReplay ─► the same mutators
/// </code>
/// Invariants: (1) no set is empty; (2) members are counted; (3) versions grow and none is above the latest; and those
/// of <see cref="KeyTable"/>.
/// </summary>
/// <remarks>Owned by its shard.</remarks>
public sealed partial class Keyspace
{
    private Execution? _execution;

    internal Keyspace(KeyspaceLimits limits) => Limits = limits;

    /// <summary>How many keys there are, those included that ended a moment ago. O(1).</summary>
    public int KeyCount => Keys.Count;

    /// <summary>How many members all sets have together. O(1).</summary>
    public int MemberCount { get; private set; }

    internal KeyspaceLimits Limits { get; }

    internal KeyTable Keys { get; } = new();

    /// <summary>How many changes there were: the version of the key that changed last.</summary>
    internal long Version { get; private set; }

    /// <summary>What decides commands: scratch memory, made when it is first needed.</summary>
    internal Execution Execution => _execution ??= new Execution(this);

    /// <summary>Gives a member a score, making the key if it is not there.</summary>
    internal KeyEntry Put(KeyEntry? entry, ReadOnlySpan<byte> key, Member member, out PutOutcome outcome)
    {
        entry ??= Keys.Add(key, NewSet());
        outcome = entry.Set.Put(member.Name, member.Score);
        if (outcome == PutOutcome.Added) MemberCount++;
        if (outcome != PutOutcome.Same) Touch(entry);
        return entry;
    }

    /// <summary>Removes a member, and the key with the last one.</summary>
    internal bool Remove(KeyEntry entry, ReadOnlySpan<byte> member)
    {
        if (!entry.Set.Remove(member)) return false;
        MemberCount--;
        Touch(entry);
        if (entry.Set.Count == 0) Forget(entry);
        return true;
    }

    /// <summary>Removes the members of a range of ranks, the lowest rank being 0, and the key with the last one.</summary>
    internal void RemoveRanks(KeyEntry entry, int first, int count)
    {
        entry.Set.RemoveRanks(first, count);
        MemberCount -= count;
        Touch(entry);
        if (entry.Set.Count == 0) Forget(entry);
    }

    /// <summary>Removes a key.</summary>
    internal void Drop(KeyEntry entry)
    {
        MemberCount -= entry.Set.Count;
        Version++;
        Forget(entry);
    }

    /// <summary>Has a key end at a time; 0 for never.</summary>
    internal void Expire(KeyEntry entry, long atMs)
    {
        Keys.SetEnd(entry, atMs);
        Touch(entry);
    }

    /// <summary>Has a key hold a set instead of what it held; without members the key is gone.</summary>
    internal void Replace(ReadOnlySpan<byte> key, NamedRankedSet set)
    {
        if (Keys.Find(key) is { } old) Drop(old);
        if (set.Count == 0) return;
        KeyEntry entry = Keys.Add(key, set);
        MemberCount += set.Count;
        Touch(entry);
    }

    /// <summary>Has a key hold a range of ranks of another; without members the key is gone.</summary>
    internal void CopyRanks(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, RankRange range)
    {
        NamedRankedSet copy = NewSet();
        if (Keys.Find(source) is { } entry)
        {
            foreach (RankedName member in entry.Set.Range(range.First, range.Count))
                copy.Put(member.Name, member.Score);
        }

        Replace(key, copy);
    }

    /// <summary>Removes every key that ends at a time or before.</summary>
    internal void Sweep(long atMs)
    {
        while (Keys.NextEndMs <= atMs) Drop(Keys.NextToEnd);
    }

    /// <summary>Removes all keys.</summary>
    internal void Clear()
    {
        Keys.Clear();
        MemberCount = 0;
        Version++;
    }

    /// <summary>Throws when an invariant does not hold. O(keys + members).</summary>
    internal void CheckInvariants()
    {
        Keys.CheckInvariants();
        long members = 0;
        for (int slot = 0; slot < Keys.SlotCount; slot++)
        {
            if (Keys.At(slot) is not { } entry) continue;
            entry.Set.CheckInvariants();
            if (entry.Set.Count == 0) throw new InvalidOperationException("(1) A set is empty.");
            members += entry.Set.Count;
            if (entry.Version > Version) throw new InvalidOperationException("(3) A version is above the latest.");
        }

        if (members != MemberCount) throw new InvalidOperationException("(2) Members are not counted.");
    }

    internal static NamedRankedSet NewSet() => new();

    private void Touch(KeyEntry entry) => entry.Version = ++Version;

    private void Forget(KeyEntry entry)
    {
        Keys.Remove(entry);
        entry.Set.Dispose();
    }
}
