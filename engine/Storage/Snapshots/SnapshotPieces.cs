using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// How a state too long for one entry is kept: its pieces are entries of the core's own, and under the partition's key
/// stands a head that says how long each is. All of them are in one <see cref="SnapshotSet"/>, so a store has all or
/// none; one that is damaged, or of another time, makes the whole invalid.
/// <code>
/// partition   head: 0xC1, which begins no MessagePack   u8 version   u32 pieces   u32 length of each
/// (0, hash of partition and number)   values, whole ones
/// </code>
/// Where a state has fewer pieces than the one before it, empty ones are written over the rest.
/// </summary>
public static class SnapshotPieces
{
    private const byte Mark = 0xC1;
    private const byte Version = 1;
    private const int LengthsOffset = 2 + sizeof(uint);

    // The core's small keys have neither of the top bits, those of models the highest.
    private const ulong KeyBits = 0x3FFF_FFFF_FFFF_FFFF;
    private const ulong PieceBit = 1UL << 62;

    /// <summary>Whether a key is that of a piece. O(1).</summary>
    public static bool IsPiece(PartitionKey key) => key.System == 0 && key.Key >> 62 == 1;

    /// <summary>
    /// Whether a saved state is the head of several pieces, which are to be asked for as of the same time. O(1).
    /// </summary>
    public static bool IsHead(ReadOnlySpan<byte> state) => state.Length > 0 && state[0] == Mark;

    /// <summary>The key of a partition's piece.</summary>
    internal static PartitionKey KeyOf(PartitionKey partition, int piece)
    {
        // Two rounds of mixing: 62 bits, in which a thousand states of a thousand pieces meet once in ten million.
        ulong hash = new PartitionKey(0, partition.StableHash() + (ulong)piece + 1).StableHash();
        return new PartitionKey(0, (hash & KeyBits) | PieceBit);
    }

    /// <summary>How long a head is.</summary>
    internal static int HeadBytes(int pieces) => LengthsOffset + (pieces * sizeof(uint));

    /// <summary>Writes a head but for the lengths.</summary>
    internal static void WriteHead(Span<byte> head, int pieces)
    {
        head[0] = Mark;
        head[1] = Version;
        BinaryPrimitives.WriteInt32LittleEndian(head[2..], pieces);
    }

    /// <summary>Writes a piece's length into a head.</summary>
    internal static void WriteLength(Span<byte> head, int piece, int length) =>
        BinaryPrimitives.WriteInt32LittleEndian(head[HeadBytes(piece)..], length);

    /// <summary>Reads a head: the length of each piece.</summary>
    /// <exception cref="InvalidDataException">It is none that this version knows.</exception>
    internal static int[] ReadHead(ReadOnlySpan<byte> head)
    {
        int count = head.Length < LengthsOffset ? -1 : BinaryPrimitives.ReadInt32LittleEndian(head[2..]);
        if (count < 1 || head[1] != Version || head.Length != HeadBytes(count))
            throw new InvalidDataException("A snapshot in pieces begins as none does.");
        var lengths = new int[count];
        for (int i = 0; i < count; i++)
        {
            lengths[i] = BinaryPrimitives.ReadInt32LittleEndian(head[HeadBytes(i)..]);
            if (lengths[i] < 1) throw new InvalidDataException("A snapshot has a piece of nothing.");
        }

        return lengths;
    }
}
