namespace Catalog.Engine.Booking;

/// <summary>
/// Names a hold in one <see cref="SeatMap"/>: <c>generation:48 | slot:16</c>. Generations grow with every hold,
/// extension and transfer of the map and are never given twice, so a token is a fencing token: a later one is
/// greater, and one that is not its hold's latest finds nothing.
/// </summary>
/// <param name="Value">The token as a number; 0 is no hold.</param>
public readonly record struct HoldToken(ulong Value)
{
    private const int SlotBits = 16;

    /// <summary>Makes a token of its two halves.</summary>
    internal HoldToken(ulong generation, int slot)
        : this((generation << SlotBits) | (uint)slot)
    {
    }

    /// <summary>The token of no hold.</summary>
    public static HoldToken None => default;

    /// <summary>Whether this names no hold.</summary>
    public bool IsNone => Value == 0;

    /// <summary>When, in the map's own count, the token was given: 1, 2, 3 …</summary>
    public ulong Generation => Value >> SlotBits;

    /// <summary>Where the hold's record stands.</summary>
    public int Slot => (int)(Value & ((1 << SlotBits) - 1));
}
