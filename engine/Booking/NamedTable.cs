using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Models.Text;

namespace Catalog.Engine.Booking;

/// <summary>
/// Records by id, by slot and by name: what films and theaters have in common as a read model. A slot is a small
/// number that stays with a record for as long as it exists, so that showtimes refer to it and filters are arrays.
/// </summary>
/// <remarks>
/// <code>
/// slotOf   id → slot
/// entries  [ slot 0 │ slot 1 │ (free) │ … ]      record, folded name
/// byName   [ slots in the order of folded name, then id ]
/// </code>
/// <para>Invariants:
/// 1. a slot's record has the id that leads to the slot;
/// 2. <c>byName</c> holds every occupied slot once, in order.</para>
/// <para>Finding costs O(1), by name O(log n); adding and removing O(n). Not thread-safe beside a writer.</para>
/// </remarks>
/// <typeparam name="TRecord">The record.</typeparam>
internal sealed class NamedTable<TRecord>
    where TRecord : class
{
    private readonly Dictionary<ulong, int> _slotOf = [];
    private readonly List<NamedEntry<TRecord>> _entries = [];
    private readonly List<int> _byName = [];
    private readonly Stack<int> _freeSlots = new();

    /// <summary>Number of records.</summary>
    public int Count => _slotOf.Count;

    /// <summary>One more than the greatest slot.</summary>
    public int SlotCount => _entries.Count;

    /// <summary>Finds a record. O(1).</summary>
    public bool TryFind(ulong id, [NotNullWhen(true)] out TRecord? record)
    {
        record = _slotOf.TryGetValue(id, out int slot) ? _entries[slot].Record : null;
        return record is not null;
    }

    /// <summary>The slot of a record, or -1. O(1).</summary>
    public int SlotOf(ulong id) => _slotOf.TryGetValue(id, out int slot) ? slot : -1;

    /// <summary>The entry in a slot; free ones have no record. O(1).</summary>
    public NamedEntry<TRecord> At(int slot) => _entries[slot];

    /// <summary>The entry at a place in the order of names. O(1).</summary>
    public NamedEntry<TRecord> AtRank(int rank) => _entries[_byName[rank]];

    /// <summary>How many records come before or at a folded name and id. O(log n).</summary>
    public int RankAfter(string foldedName, ulong id)
    {
        int low = 0, high = _byName.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            NamedEntry<TRecord> entry = _entries[_byName[middle]];
            if (Compare(entry.FoldedName, entry.Id, foldedName, id) <= 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Adds or replaces a record. O(n).</summary>
    public void Put(ulong id, string name, TRecord record)
    {
        string folded = TextFolding.Fold(name);
        var entry = new NamedEntry<TRecord>(id, folded, record);
        if (_slotOf.TryGetValue(id, out int slot))
        {
            Unlist(slot);
            _entries[slot] = entry;
        }
        else
        {
            if (!_freeSlots.TryPop(out slot))
            {
                slot = _entries.Count;
                _entries.Add(entry);
            }

            _entries[slot] = entry;
            _slotOf.Add(id, slot);
        }

        _byName.Insert(RankAfter(folded, id), slot);
    }

    /// <summary>Removes a record and frees its slot. O(n).</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public void Remove(ulong id)
    {
        bool isKnown = _slotOf.Remove(id, out int slot);
        CatalogueState.Require(isKnown, "a removed record existed");
        Unlist(slot);
        _entries[slot] = default;
        _freeSlots.Push(slot);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        _slotOf.Clear();
        _entries.Clear();
        _byName.Clear();
        _freeSlots.Clear();
    }

    /// <summary>Checks the invariants of the type's documentation. O(n).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        foreach ((ulong id, int slot) in _slotOf) CatalogueState.Require(_entries[slot].Id == id, "1. slot of an id");
        CatalogueState.Require(_byName.Count == _slotOf.Count, "2. every record is listed");
        for (int i = 0; i < _byName.Count; i++)
        {
            NamedEntry<TRecord> entry = AtRank(i);
            CatalogueState.Require(RankAfter(entry.FoldedName, entry.Id) == i + 1, "2. names are in order");
        }
    }

    private void Unlist(int slot)
    {
        NamedEntry<TRecord> entry = _entries[slot];
        int rank = RankAfter(entry.FoldedName, entry.Id) - 1;
        CatalogueState.Require(_byName[rank] == slot, "2. names are in order");
        _byName.RemoveAt(rank);
    }

    private static int Compare(string leftName, ulong leftId, string rightName, ulong rightId)
    {
        int names = string.CompareOrdinal(leftName, rightName);
        return names != 0 ? names : leftId.CompareTo(rightId);
    }
}
