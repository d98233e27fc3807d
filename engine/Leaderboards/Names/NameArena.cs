using System.Buffers.Binary;
using System.Diagnostics;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Short byte strings in chunks, addressed by number.
/// <code>
/// chunk   64 KiB, the first one growing up to that    [ length 1 or 2 │ bytes ] to a multiple of 4, none across chunks
/// free    one list for each size: a freed place holds the next one's address
/// </code>
/// O(bytes); allocates when it grows. Not thread-safe.
/// </summary>
internal sealed class NameArena
{
    /// <summary>The longest string.</summary>
    public const int MaxBytes = 1 << 14;

    /// <summary>An address is in units of so many bytes.</summary>
    private const int UnitShift = 2;

    private const int ChunkShift = 16;
    private const int ChunkBytes = 1 << ChunkShift;
    private const int FirstBytes = 64;
    private const int Nil = -1;

    // Lengths below this take one byte.
    private const int LongLength = 0x80;

    private byte[][] _chunks = [];
    private int[] _free = [];
    private int _chunkCount;
    private int _used = ChunkBytes;

    /// <summary>Bytes taken.</summary>
    public long AllocatedBytes =>
        (_chunkCount == 0 ? 0 : ((_chunkCount - 1L) * ChunkBytes) + _chunks[_chunkCount - 1].Length) +
        (_chunks.Length * (long)IntPtr.Size) + (_free.Length * sizeof(int));

    /// <summary>Bytes of freed places.</summary>
    public long FreeBytes { get; private set; }

    /// <summary>The string at an address, until it is freed or the arena grows.</summary>
    public ReadOnlySpan<byte> this[int address]
    {
        get
        {
            ReadOnlySpan<byte> from = Place(address);
            int length = from[0];
            if (length < LongLength) return from.Slice(1, length);
            length = (length - LongLength) | (from[1] << 7);
            return from.Slice(2, length);
        }
    }

    /// <summary>Keeps a copy of a string.</summary>
    /// <returns>Its address.</returns>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        Debug.Assert(bytes.Length <= MaxBytes, "Whoever owns the arena checks lengths.");
        int units = UnitsOf(bytes.Length);
        int address = units < _free.Length ? _free[units] : Nil;
        if (address != Nil)
        {
            _free[units] = BinaryPrimitives.ReadInt32LittleEndian(Place(address));
            FreeBytes -= units << UnitShift;
        }
        else
        {
            address = Extend(units << UnitShift);
        }

        Span<byte> place = Place(address);
        int head = 1;
        if (bytes.Length < LongLength)
        {
            place[0] = (byte)bytes.Length;
        }
        else
        {
            place[0] = (byte)(LongLength | (bytes.Length & 0x7F));
            place[head++] = (byte)(bytes.Length >> 7);
        }

        bytes.CopyTo(place[head..]);
        return address;
    }

    /// <summary>Gives the place of a string back.</summary>
    public void Free(int address)
    {
        int units = UnitsOf(this[address].Length);
        if (units >= _free.Length)
        {
            int before = _free.Length;
            Array.Resize(ref _free, units + 1);
            _free.AsSpan(before).Fill(Nil);
        }

        BinaryPrimitives.WriteInt32LittleEndian(Place(address), _free[units]);
        _free[units] = address;
        FreeBytes += units << UnitShift;
    }

    /// <summary>Forgets everything. O(1).</summary>
    public void Clear()
    {
        _chunks = [];
        _free = [];
        _chunkCount = 0;
        _used = ChunkBytes;
        FreeBytes = 0;
    }

    private static int UnitsOf(int length) => (length + (length < LongLength ? 1 : 2) + 3) >> UnitShift;

    private Span<byte> Place(int address) =>
        _chunks[(int)((uint)address >> (ChunkShift - UnitShift))]
            .AsSpan((address << UnitShift) & (ChunkBytes - 1));

    private int Extend(int bytes)
    {
        if (_used + bytes > ChunkBytes)
        {
            if (_chunkCount == _chunks.Length) Array.Resize(ref _chunks, _chunkCount + (_chunkCount >> 1) + 1);
            _chunks[_chunkCount] = new byte[_chunkCount == 0 ? FirstBytes : ChunkBytes];
            _chunkCount++;
            _used = 0;
        }

        ref byte[] chunk = ref _chunks[_chunkCount - 1];
        if (_used + bytes > chunk.Length)
        {
            int size = chunk.Length;
            while (size < _used + bytes) size *= 2;
            Array.Resize(ref chunk, size);
        }

        int address = ((_chunkCount - 1) << (ChunkShift - UnitShift)) | (_used >> UnitShift);
        _used += bytes;
        return address;
    }
}
