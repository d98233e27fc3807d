using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Booking;

/// <summary>
/// Where things stand in a <see cref="SeatMap"/>'s block: header, free bits to a full line, slots. Valid until the map
/// grows.
/// </summary>
internal readonly ref struct SeatMapLayout
{
    private const int WordsAt = SeatMapHeader.SizeBytes;

    private readonly BlockSpan _block;
    private readonly int _slotsAt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SeatMapLayout(BlockSpan block, int slotsAt)
    {
        _block = block;
        _slotsAt = slotsAt;
    }

    public ref SeatMapHeader Header
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _block.At<SeatMapHeader>(0);
    }

    /// <summary>Where the slots begin behind so many words of free bits, bytes.</summary>
    public static int SlotsAt(int wordCount) =>
        (WordsAt + (wordCount * sizeof(ulong)) + PinnedBlock.LineSizeBytes - 1) & -PinnedBlock.LineSizeBytes;

    /// <summary>How long a block is.</summary>
    public static int SizeBytes(int wordCount, int capacity) =>
        SlotsAt(wordCount) + (capacity * PackedHold.SizeBytes);

    /// <summary>The free bits of 64 seats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref ulong FreeWord(int word) => ref _block.At<ulong>(WordsAt + (word * sizeof(ulong)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref PackedHold Slot(int slot) => ref _block.At<PackedHold>(_slotsAt + (slot * PackedHold.SizeBytes));

    /// <summary>Has header and free bits fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchFront()
    {
        for (int at = 0; at < _slotsAt; at += PinnedBlock.LineSizeBytes) _block.Prefetch(at);
    }

    /// <summary>Has a slot fetched.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchSlot(int slot) => _block.Prefetch(_slotsAt + (slot * PackedHold.SizeBytes));
}
