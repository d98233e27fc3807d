namespace Catalog.Engine.Booking;

/// <summary>
/// Where the seats of a hall are: rows of blocks of seats, price zones, general-admission areas. Immutable, so
/// thousands of showtimes share one.
/// </summary>
/// <remarks>
/// <code>
/// row 0   [ 0  1  2  3 ]   [ 4  5  6  7 ]      a block: up to 64 seats without an aisle
/// row 1 [ 8  9 10 11 12 ]   [13 14 15 16 17]   a seat: its index, row by row, left to right
///       └ x = 0, 2, 4 … in half seats; an aisle is one seat wide; rows two seats apart
/// </code>
/// <para>Invariants:
/// 1. blocks cover the seats without gap or overlap, in order, none has more than 64;
/// 2. rows cover the blocks likewise;
/// 3. every seat's zone exists;
/// 4. a label finds its seat and a seat its label, and no two seats have the same;
/// 5. within a row x grows.</para>
/// <para>Bounds: 4,096 seats, 64 zones, 64 areas. Thread-safe.</para>
/// </remarks>
public sealed partial class SeatPlan
{
    /// <summary>The most price zones a plan has: a mask of zones is a word.</summary>
    public const int MaxZones = 64;

    /// <summary>How far apart rows are, in the half seats that x is measured in.</summary>
    public const int RowPitch = 4;

    private readonly SeatRow[] _rows;
    private readonly SeatBlock[] _blocks;
    private readonly ulong[] _blockZones;
    private readonly ulong[] _blockAccessible;
    private readonly ulong[] _blockCompanion;
    private readonly byte[] _kinds;
    private readonly byte[] _zones;
    private readonly ushort[] _rowOf;
    private readonly ushort[] _blockOf;
    private readonly string[] _labels;
    private readonly string[] _zoneNames;
    private readonly SeatArea[] _areas;
    private readonly RowNumbering[] _numbering;
    private readonly Dictionary<string, ushort> _byLabel;
    private readonly byte[] _encoded;

    /// <summary>Number of seats.</summary>
    public int SeatCount => _kinds.Length;

    /// <summary>Number of rows.</summary>
    public int RowCount => _rows.Length;

    /// <summary>Number of blocks.</summary>
    public int BlockCount => _blocks.Length;

    /// <summary>Number of price zones.</summary>
    public int ZoneCount => _zoneNames.Length;

    /// <summary>Number of general-admission areas.</summary>
    public int AreaCount => _areas.Length;

    /// <summary>Seats and places together.</summary>
    public int Capacity { get; }

    /// <summary>The row of the focal point, from which the best seats are looked for.</summary>
    public int FocalRow { get; }

    /// <summary>Half seats from the left edge to the focal point.</summary>
    public int FocalX { get; }

    /// <summary>Half seats from the left edge to the middle of the rightmost seat of all.</summary>
    public int Width { get; }

    /// <summary>A hash of the whole content: FNV-1a, 64 bits, over <see cref="Write"/>.</summary>
    public ulong ContentHash { get; }

    /// <summary>A row. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public SeatRow Row(int row) => _rows[row];

    /// <summary>A block. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public SeatBlock Block(int block) => _blocks[block];

    /// <summary>A general-admission area. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public SeatArea Area(int area) => _areas[area];

    /// <summary>The name of a price zone. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public string ZoneName(int zone) => _zoneNames[zone];

    /// <summary>Whom a seat is meant for. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public SeatKind KindOf(int seat) => (SeatKind)_kinds[seat];

    /// <summary>The ordinal of a seat's price zone. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such seat.</exception>
    public int ZoneOf(int seat) => _zones[seat];

    /// <summary>A seat's row. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such seat.</exception>
    public int RowOf(int seat) => _rowOf[seat];

    /// <summary>A seat's block. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such seat.</exception>
    public int BlockOf(int seat) => _blockOf[seat];

    /// <summary>Half seats from the left edge to a seat's middle. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such seat.</exception>
    public int XOf(int seat)
    {
        SeatBlock block = _blocks[_blockOf[seat]];
        return block.X + (2 * (seat - block.FirstSeat));
    }

    /// <summary>A seat's label, row and number: <c>A12</c>. O(1); 0 B.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such seat.</exception>
    public string LabelOf(int seat) => _labels[seat];

    /// <summary>Finds a seat by its label, upper or lower case. O(length); 0 B.</summary>
    public bool TryFind(string label, out ushort seat)
    {
        ArgumentNullException.ThrowIfNull(label);
        return _byLabel.TryGetValue(label, out seat);
    }

    /// <summary>Finds a seat by its label, upper or lower case. O(length); 0 B.</summary>
    public bool TryFind(ReadOnlySpan<char> label, out ushort seat) =>
        _byLabel.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out seat);

    /// <summary>The seats with these labels. O(labels).</summary>
    /// <exception cref="ArgumentException">
    /// There is no such seat, or there are more than <see cref="SeatList.MaxCount"/>.
    /// </exception>
    public SeatList Seats(params ReadOnlySpan<string> labels)
    {
        if (labels.Length > SeatList.MaxCount)
            throw new ArgumentException($"At most {SeatList.MaxCount} seats.", nameof(labels));
        Span<ushort> seats = stackalloc ushort[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            if (!TryFind(labels[i], out seats[i]))
                throw new ArgumentException($"There is no seat {labels[i]}.", nameof(labels));
        }

        return new SeatList(seats);
    }

    /// <summary>Finds a general-admission area by its name. O(areas).</summary>
    /// <returns>Its index, or -1.</returns>
    public int FindArea(string name) => Array.FindIndex(_areas, area => area.Name == name);

    /// <summary>Finds a price zone by its name. O(zones).</summary>
    /// <returns>Its ordinal, or -1.</returns>
    public int FindZone(string name) => Array.IndexOf(_zoneNames, name);

    /// <summary>
    /// What a selection costs. O(seats); 0 B.
    /// </summary>
    /// <param name="seats">The seats.</param>
    /// <param name="area">The general-admission area, when <paramref name="places"/> is not zero.</param>
    /// <param name="places">Number of places in it.</param>
    /// <param name="zonePricesCents">The price of each zone by ordinal, in hundredths.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such seat, area or price.</exception>
    public long PriceCents(ReadOnlySpan<ushort> seats, int area, int places, ReadOnlySpan<int> zonePricesCents)
    {
        long sum = 0;
        foreach (ushort seat in seats) sum += zonePricesCents[_zones[seat]];
        return places == 0 ? sum : sum + ((long)places * zonePricesCents[_areas[area].Zone]);
    }

    /// <summary>Which price zones occur in a block, a bit each. O(1).</summary>
    internal ulong ZonesOfBlock(int block) => _blockZones[block];

    /// <summary>A block's accessible seats, the first in bit 0. O(1).</summary>
    internal ulong AccessibleBits(int block) => _blockAccessible[block];

    /// <summary>A block's companion seats, the first in bit 0. O(1).</summary>
    internal ulong CompanionBits(int block) => _blockCompanion[block];

    /// <summary>A block's seats in some of the price zones, the first in bit 0. O(seats of the block).</summary>
    internal ulong BitsInZones(int block, ulong zoneMask)
    {
        SeatBlock b = _blocks[block];
        ulong bits = 0;
        for (int i = 0; i < b.Count; i++) bits |= ((zoneMask >> _zones[b.FirstSeat + i]) & 1) << i;
        return bits;
    }
}
