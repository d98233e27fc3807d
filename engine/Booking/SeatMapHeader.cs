using System.Runtime.InteropServices;

namespace Catalog.Engine.Booking;

/// <summary>What a <see cref="SeatMap"/> counts and remembers, on one cache line in front of its free bits.</summary>
// mutable: the map counts in place. Fields, because it is worked on by reference.
[StructLayout(LayoutKind.Sequential, Size = SizeBytes)]
internal struct SeatMapHeader
{
    public const int SizeBytes = 64;

    // When the first and the last of the list lapse.
    public long NextExpiryMs;
    public long LastExpiryMs;

    // The generation that was given last.
    public ulong Generation;
    public ulong Version;
    public int FreeCount;
    public int SoldCount;
    public int BlockedCount;
    public ushort SeatCount;
    public ushort MaxHolds;

    // Slots there is room for, slots ever used, holds that stand.
    public ushort Capacity;
    public ushort SlotCount;
    public ushort HoldCount;

    // The list by expiry, and the free list.
    public ushort Head;
    public ushort Tail;
    public ushort FreeHead;
}
