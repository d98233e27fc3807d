namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// A simulated file's content, twice: as the process sees it, and as the drive holds it, sector by sector.
/// <code>
/// live     |AAAA|BBBB|CCCC|DDDD|      what reads return
/// durable  |AAAA|bbbb|CCCC|           what a crash falls back to
/// dirty     no   yes  no   yes        which sectors the next sync carries over
/// </code>
/// </summary>
internal sealed class SimulatedContent
{
    internal const int SectorBytes = 512;

    private readonly SortedSet<int> _dirty = [];
    private byte[] _live = [];
    private byte[] _durable = [];

    internal int Length { get; private set; }

    internal int DurableLength { get; private set; }

    internal int Read(long offset, Span<byte> buffer)
    {
        if (offset >= Length) return 0;
        int count = (int)Math.Min(buffer.Length, Length - offset);
        _live.AsSpan((int)offset, count).CopyTo(buffer);
        return count;
    }

    internal void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        int end = checked((int)(offset + bytes.Length));
        if (end > Length) Grow(end);
        bytes.CopyTo(_live.AsSpan((int)offset));
        for (int sector = (int)offset / SectorBytes; sector * SectorBytes < end; sector++) _dirty.Add(sector);
    }

    internal void SetLength(int length)
    {
        if (length > Length)
        {
            Grow(length);
            return;
        }

        _live.AsSpan(length, Length - length).Clear();
        for (int sector = length / SectorBytes; sector * SectorBytes < Length; sector++) _dirty.Add(sector);
        Length = length;
    }

    internal void Sync()
    {
        foreach (int sector in _dirty) Carry(sector);
        _dirty.Clear();
        SettleLength();
    }

    /// <summary>A sync that fails: some sectors got there, and the system forgets that the others did not.</summary>
    internal void FailSync(Random random)
    {
        foreach (int sector in _dirty)
        {
            if (random.Next(2) == 0) Carry(sector);
        }

        _dirty.Clear();
        SettleLength();
    }

    /// <summary>Falls back to what the drive holds, with each unsynced sector kept at the given chance.</summary>
    internal void Crash(Random random, double keep)
    {
        bool keepsLength = random.NextDouble() < keep;
        foreach (int sector in _dirty)
        {
            if (random.NextDouble() < keep) Carry(sector);
        }

        _dirty.Clear();
        if (keepsLength) SettleLength();
        Length = DurableLength;
        if (_durable.Length < Length) Array.Resize(ref _durable, Length);
        Array.Clear(_durable, Length, _durable.Length - Length);
        _live = _durable.AsSpan().ToArray();
    }

    internal void FlipBit(long offset, int bit)
    {
        if (offset < DurableLength) _durable[offset] ^= (byte)(1 << bit);
        _live[offset] ^= (byte)(1 << bit);
    }

    private void Carry(int sector)
    {
        int start = sector * SectorBytes;
        int end = Math.Min(start + SectorBytes, _live.Length);
        if (end <= start) return;
        if (_durable.Length < end) Array.Resize(ref _durable, Math.Max(end, _live.Length));
        _live.AsSpan(start, end - start).CopyTo(_durable.AsSpan(start));
    }

    private void SettleLength()
    {
        DurableLength = Length;
        if (_durable.Length < Length) Array.Resize(ref _durable, Length);
    }

    private void Grow(int length)
    {
        if (length > _live.Length) Array.Resize(ref _live, Math.Max(length, 2 * _live.Length));
        Length = length;
    }
}
