using System.Text;
using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// Everybody's profile in flat tables, by id and by name.
/// <code>
/// members  id → number                    13 bytes a player       order  tree of (first 16 bytes of the name in lower
/// rows     number → since when, region     8                             case, number)                        about 30
/// places   number → place of the name      4
/// names    UTF-8 as written              its bytes + 1 to 4
/// </code>
/// Invariants: 1. everybody with a number is in the order, once; 2. nobody else is; 3. no two names are alike in lower
/// case.
/// </summary>
/// <remarks>By id O(1), by name O(log n); nothing is allocated but for growth. Not thread-safe.</remarks>
internal sealed class ProfileTable
{
    // The player's region is the lowest byte of a row.
    private const int RegionBits = 8;
    private const int LoadedTogether = 120;

    private readonly MemberTable _members;
    private readonly PagedArray<long> _rows = new();
    private readonly PagedArray<int> _places = new();
    private readonly NameArena _names = new();
    private readonly OrderStatisticTree<NameHead, ProfileOrder> _order;
    private readonly byte[] _wanted = new byte[FoldedName.RoomBytes];

    /// <summary>Makes an empty table.</summary>
    /// <param name="capacity">The most players.</param>
    public ProfileTable(int capacity)
    {
        _members = new MemberTable(capacity);
        _order = new OrderStatisticTree<NameHead, ProfileOrder>(new ProfileOrder(this), capacity);
    }

    /// <summary>How many there are.</summary>
    public int Count => _members.Count;

    /// <summary>Whether there is room for nobody else.</summary>
    public bool IsFull => _members.Count == _members.Capacity;

    /// <summary>Bytes taken.</summary>
    public long AllocatedBytes => _members.AllocatedBytes + _rows.AllocatedBytes + _places.AllocatedBytes
        + _names.AllocatedBytes + _order.AllocatedBytes;

    /// <summary>The first place in the order of names, or the end.</summary>
    public TreePlace First => _order.First;

    /// <summary>Finds a player. O(1); allocates the name.</summary>
    public bool TryFind(ulong playerId, out PlayerProfile profile)
    {
        int number = _members.Find(playerId);
        profile = number == MemberTable.None ? default : Read(number);
        return number != MemberTable.None;
    }

    /// <summary>Whether there is such a player. O(1).</summary>
    public bool Contains(ulong playerId) => _members.Find(playerId) != MemberTable.None;

    /// <summary>The id of who has a name, whatever its case; 0 for nobody. O(log n).</summary>
    public ulong FindByName(string name)
    {
        TreePlace place = PlaceOf(name, isBehind: false);
        if (place.IsEnd) return 0;
        int number = _order.ItemAt(place);
        return CompareName(number, Folded(name).Span) == 0 ? _members.IdOf(number) : 0;
    }

    /// <summary>The first place at or behind a name in the order, or the end. O(log n).</summary>
    public TreePlace PlaceOf(string name, bool isBehind) =>
        _order.LowerBound(new ProfileProbe(this, Folded(name), isBehind));

    /// <summary>The place behind another one, or the end. O(1).</summary>
    public TreePlace Next(TreePlace place) => _order.Next(place);

    /// <summary>The player at a place. O(1); allocates the name.</summary>
    public PlayerProfile At(TreePlace place) => Read(_order.ItemAt(place));

    /// <summary>Whether the name at a place begins so, whatever the case.</summary>
    public bool BeginsAt(TreePlace place, string prefix)
    {
        Span<byte> folded = stackalloc byte[FoldedName.RoomBytes];
        int length = FoldedName.Fold(NameOf(_order.ItemAt(place)), folded);
        return folded[..length].StartsWith(Folded(prefix).Span);
    }

    /// <summary>Adds a player, or changes one; nobody else has the name. O(log n).</summary>
    /// <returns>Whether there was room.</returns>
    public bool TrySave(in PlayerProfile profile)
    {
        int number = _members.FindOrAdd(profile.PlayerId, out bool isNew);
        if (number == MemberTable.None) return false;
        if (!isNew)
        {
            _order.Remove(number);
            _names.Free(_places[number]);
        }

        NameHead head = Put(number, in profile);
        return _order.TryInsert(in head, number);
    }

    /// <summary>Adds players who come mostly by name, and are not there yet. O(players) where they do.</summary>
    /// <returns>Whether there was room, and each is there once.</returns>
    public bool TryLoad(ReadOnlySpan<PlayerProfile> profiles)
    {
        Span<NameHead> heads = stackalloc NameHead[LoadedTogether];
        Span<int> numbers = stackalloc int[LoadedTogether];
        for (; profiles.Length > 0; profiles = profiles[Math.Min(profiles.Length, LoadedTogether)..])
        {
            int together = Math.Min(profiles.Length, LoadedTogether);
            for (int i = 0; i < together; i++)
            {
                numbers[i] = _members.FindOrAdd(profiles[i].PlayerId, out bool isNew);
                if (!isNew) return false;
                heads[i] = Put(numbers[i], in profiles[i]);
            }

            if (_order.TryAppend(heads[..together], numbers[..together])) continue;
            for (int i = 0; i < together; i++)
                if (!_order.Contains(numbers[i]) && !_order.TryInsert(in heads[i], numbers[i])) return false;
        }

        return true;
    }

    /// <summary>How two players' names compare in lower case.</summary>
    public int CompareNames(int left, int right)
    {
        if (left == right) return 0;
        Span<byte> folded = stackalloc byte[FoldedName.RoomBytes];
        int length = FoldedName.Fold(NameOf(right), folded);
        return CompareName(left, folded[..length]);
    }

    /// <summary>How a player's name in lower case compares to another one.</summary>
    public int CompareName(int number, ReadOnlySpan<byte> other)
    {
        Span<byte> folded = stackalloc byte[FoldedName.RoomBytes];
        int length = FoldedName.Fold(NameOf(number), folded);
        return folded[..length].SequenceCompareTo(other);
    }

    /// <summary>Throws when an invariant does not hold. O(n).</summary>
    public void CheckInvariants()
    {
        _order.CheckInvariants();
        RankedWire.Require(_order.Count == _members.Count, "2. as many are in the order as there are");
        for (int number = 0; number < _members.NumberLimit; number++)
            RankedWire.Require(_order.Contains(number), "1. everybody is in the order");
        for (TreePlace place = First, next; !place.IsEnd; place = next)
        {
            next = Next(place);
            bool isApart = next.IsEnd || CompareNames(_order.ItemAt(place), _order.ItemAt(next)) < 0;
            RankedWire.Require(isApart, "3. no two names are alike");
        }
    }

    private NameHead Put(int number, in PlayerProfile profile)
    {
        _rows.Reach(number);
        _places.Reach(number);
        _rows[number] = (profile.CreatedMs << RegionBits) | profile.Region;
        Span<byte> name = stackalloc byte[FoldedName.RoomBytes];
        int length = Encoding.UTF8.GetBytes(profile.Name, name);
        _places[number] = _names.Add(name[..length]);
        Span<byte> folded = stackalloc byte[FoldedName.RoomBytes];
        return FoldedName.HeadOf(folded[..FoldedName.Fold(name[..length], folded)]);
    }

    private PlayerProfile Read(int number) => new(
        _members.IdOf(number),
        Encoding.UTF8.GetString(NameOf(number)),
        (byte)_rows[number],
        _rows[number] >> RegionBits);

    private ReadOnlySpan<byte> NameOf(int number) => _names[_places[number]];

    private ReadOnlyMemory<byte> Folded(string name) => _wanted.AsMemory(0, FoldedName.Fold(name, _wanted));
}
