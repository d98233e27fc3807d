using System.Diagnostics;
using Catalog.Engine.Collections;

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
    /// <summary>Memory of sets that are gone, for those that come.</summary>
    private const long MaxPooledBytes = 16 * 1024 * 1024;

    private readonly SlabPool _pool = new(MaxPooledBytes);
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
    /// <param name="entry">The key; made if there is none and the member is to be added.</param>
    /// <param name="key">Its name.</param>
    /// <param name="member">The member, with a name that is not too long and a score that is a number.</param>
    /// <param name="conditions">When, and what.</param>
    /// <param name="after">The score it has now, if it is in.</param>
    internal NamedResult Put(
        ref KeyEntry? entry, ReadOnlySpan<byte> key, Member member, NamedConditions conditions, out double after)
    {
        after = 0;
        if (entry is null && (conditions & NamedConditions.OnlyExisting) != 0) return NamedResult.Refused;
        entry ??= Keys.Add(key, NewSet());
        NamedResult result = entry.Set.Add(member.Name, member.Score, conditions, out after);
        Debug.Assert(entry.Set.Count > 0, "What is put into a new set is taken: its size and its name were checked.");
        if (result == NamedResult.Added) MemberCount++;
        if (result is NamedResult.Added or NamedResult.Changed) Touch(entry);
        return result;
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

    /// <summary>
    /// Removes the members of a range of ranks, the lowest rank being 0, and the key with the last one.
    /// </summary>
    internal void RemoveRanks(KeyEntry entry, PositionRange range)
    {
        MemberCount -= entry.Set.RemoveRange(range);
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
    internal void CopyRanks(ReadOnlySpan<byte> key, ReadOnlySpan<byte> source, PositionRange range)
    {
        NamedRankedSet copy = NewSet();
        if (Keys.Find(source) is { } entry)
        {
            foreach (NamedEntry member in entry.Set.Walk(range))
                copy.Add(member.Name, member.Score, NamedConditions.None, out _);
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

    /// <summary>Makes an empty set.</summary>
    internal NamedRankedSet NewSet() => new(new NamedRankedSetOptions
    {
        Capacity = KeyspaceLimits.MaxSetMembers,
        MaxNameBytes = KeyspaceLimits.MaxNameBytes,
        HashSeed = Limits.HashSeed,
        Pool = _pool,
    });

    private void Touch(KeyEntry entry) => entry.Version = ++Version;

    private void Forget(KeyEntry entry)
    {
        Keys.Remove(entry);
        entry.Set.Clear();
    }
}
