using System.Diagnostics;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// The keys of a database.
/// <code>
/// by name    key → entry
/// slots      entry or nothing; a new key takes the lowest free slot and stays there, so that a cursor over the slots
///            meets every key that was there all the time
/// ends       a heap of times at which keys end; what does not hold any more is passed over
/// </code>
/// Invariants: (1) every entry stands in its slot and under its name; (2) the slots without one are the free ones;
/// (3) whoever ends is in the heap with its time.
/// </summary>
/// <remarks>A look-up is one hash; nothing is allocated but for new keys. Not thread-safe.</remarks>
internal sealed class KeyTable
{
    private const int SpareEnds = 64;

    private readonly Dictionary<byte[], KeyEntry> _byName = new(new KeyNameComparer());
    private readonly Dictionary<byte[], KeyEntry>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;
    private readonly List<KeyEntry?> _slots = [];
    private readonly PriorityQueue<int, int> _free = new();
    private readonly PriorityQueue<KeyEntry, long> _ends = new();
    private KeyEntry? _latest;
    private int _endingCount;

    internal KeyTable() => _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>How many keys there are.</summary>
    internal int Count => _byName.Count;

    /// <summary>How many of them end some day.</summary>
    internal int EndingCount => _endingCount;

    /// <summary>How many slots there are, with and without a key.</summary>
    internal int SlotCount => _slots.Count;

    /// <summary>
    /// When the next key ends; <see cref="long.MaxValue"/> when none does. O(1) but for what was passed over.
    /// </summary>
    internal long NextEndMs
    {
        get
        {
            while (_ends.TryPeek(out KeyEntry? entry, out long atMs))
            {
                if (IsCurrent(entry, atMs)) return atMs;
                _ends.Dequeue();
            }

            return long.MaxValue;
        }
    }

    /// <summary>The key that ends next, when <see cref="NextEndMs"/> says that one does.</summary>
    internal KeyEntry NextToEnd => _ends.Peek();

    /// <summary>The key in a slot.</summary>
    internal KeyEntry? At(int slot) => _slots[slot];

    /// <summary>Finds a key. O(length).</summary>
    internal KeyEntry? Find(ReadOnlySpan<byte> name)
    {
        if (_latest is { } latest && name.SequenceEqual(latest.Name)) return latest;
        if (!_bySpan.TryGetValue(name, out KeyEntry? entry)) return null;
        _latest = entry;
        return entry;
    }

    /// <summary>Adds a key that is not there, in the lowest free slot.</summary>
    internal KeyEntry Add(ReadOnlySpan<byte> name, NamedRankedSet set)
    {
        int slot = _free.TryDequeue(out int free, out _) ? free : _slots.Count;
        if (slot == _slots.Count) _slots.Add(null);
        var entry = new KeyEntry(name.ToArray(), slot) { Set = set };
        _byName.Add(entry.Name, entry);
        _slots[slot] = entry;
        return entry;
    }

    /// <summary>Puts a key where it was when it was saved.</summary>
    internal void Restore(KeyEntry entry)
    {
        while (_slots.Count <= entry.Slot) _slots.Add(null);
        _slots[entry.Slot] = entry;
        _byName.Add(entry.Name, entry);
        if (entry.ExpiresMs != 0) NoteEnd(entry);
    }

    /// <summary>After the last <see cref="Restore"/>.</summary>
    internal void EndRestoring()
    {
        for (int slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot] is null) _free.Enqueue(slot, slot);
        }
    }

    /// <summary>Removes a key.</summary>
    internal void Remove(KeyEntry entry)
    {
        Debug.Assert(_slots[entry.Slot] == entry, "A key stands in its slot.");
        _byName.Remove(entry.Name);
        _slots[entry.Slot] = null;
        _free.Enqueue(entry.Slot, entry.Slot);
        if (entry.ExpiresMs != 0) _endingCount--;
        if (_latest == entry) _latest = null;
    }

    /// <summary>Has a key end at a time; 0 for never.</summary>
    internal void SetEnd(KeyEntry entry, long atMs)
    {
        if (entry.ExpiresMs != 0) _endingCount--;
        entry.ExpiresMs = atMs;
        if (atMs != 0) NoteEnd(entry);
    }

    /// <summary>Removes all keys.</summary>
    internal void Clear()
    {
        _byName.Clear();
        _slots.Clear();
        _free.Clear();
        _ends.Clear();
        _endingCount = 0;
        _latest = null;
    }

    /// <summary>Throws when an invariant does not hold. O(keys).</summary>
    internal void CheckInvariants()
    {
        int found = 0;
        int ending = 0;
        for (int slot = 0; slot < _slots.Count; slot++)
        {
            if (_slots[slot] is not { } entry) continue;
            found++;
            if (entry.ExpiresMs != 0) ending++;
            bool isHome = entry.Slot == slot && _byName.GetValueOrDefault(entry.Name) == entry;
            if (!isHome) throw new InvalidOperationException("(1) A key does not stand where it should.");
        }

        if (found != Count || _free.Count != _slots.Count - found)
            throw new InvalidOperationException("(2) The free slots are not those without a key.");
        if (ending != _endingCount) throw new InvalidOperationException("(3) Keys that end are not counted.");
    }

    private bool IsCurrent(KeyEntry entry, long atMs) =>
        entry.ExpiresMs == atMs && entry.Slot < _slots.Count && _slots[entry.Slot] == entry;

    /// <summary>What is passed over is bounded: the heap is made anew when most of it is.</summary>
    private void NoteEnd(KeyEntry entry)
    {
        _endingCount++;
        if (_ends.Count > (2 * _endingCount) + SpareEnds)
        {
            _ends.Clear();
            foreach (KeyEntry? each in _slots)
            {
                if (each is { ExpiresMs: not 0 } && each != entry) _ends.Enqueue(each, each.ExpiresMs);
            }
        }

        _ends.Enqueue(entry, entry.ExpiresMs);
    }
}
