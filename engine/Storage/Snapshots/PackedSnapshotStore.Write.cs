using System.Numerics;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Snapshots;

/// <content>Writing a pack, merging old ones into it, and letting go of the dead.</content>
public sealed partial class PackedSnapshotStore
{
    // Packs of one tier differ in size by less than eight times.
    private const int BitsPerTier = 3;
    private const int TierCount = 64 / BitsPerTier + 1;

    private readonly ByteBuffer _movedState = new(4 * 1024);
    private readonly List<SnapshotPack> _candidates = [];
    private readonly List<(SnapshotPack Pack, int Cursor)> _moved = [];
    private readonly int[] _packsInTier = new int[TierCount];

    private void WritePack(SnapshotSet set, bool merge)
    {
        _candidates.Clear();
        _moved.Clear();
        if (merge) ChooseCandidates();
        if (set.Count == 0 && _candidates.Count == 0) return;

        string temporary = PathOf(_nextSequence, TemporarySuffix);
        if (WriteTemporary(set, temporary))
        {
            string path = PathOf(_nextSequence, PackSuffix);
            _disk.Rename(temporary, path);
            _disk.SyncFolder(Folder);
            Publish(SnapshotPack.Open(_disk, path, _nextSequence, _records));
        }

        // Only now: had the pack come to nothing, what was moved into it would still be live.
        foreach ((SnapshotPack pack, int cursor) in _moved) pack.MergeCursor = cursor;
        RetireDead();
    }

    private bool WriteTemporary(SnapshotSet set, string temporary)
    {
        _disk.Delete(temporary);
        try
        {
            using IDiskFile file = _disk.Open(temporary);
            _writer.Begin(file);

            // Moved states first: where the set has a newer one, that one then stands behind it and wins.
            MoveLive(set.SizeBytes);
            for (int i = 0; i < set.Count; i++) _writer.Add(set.Info(i), set.State(i));
            if (_writer.Count > 0) _writer.Finish(_nextSequence);
        }
        catch (IOException)
        {
            DeleteQuietly(temporary);
            throw;
        }

        if (_writer.Count > 0) return true;
        DeleteQuietly(temporary);
        return false;
    }

    /// <summary>
    /// Lists the packs worth merging: those less than half alive, then a tier of small ones that is full.
    /// </summary>
    private void ChooseCandidates()
    {
        Array.Clear(_packsInTier);
        foreach (SnapshotPack pack in _packs)
        {
            if (IsSparse(pack)) _candidates.Add(pack);
            else if (IsSmall(pack)) _packsInTier[TierOf(pack)]++;
        }

        int tier = Array.FindIndex(_packsInTier, count => count >= _options.PacksPerTier);
        if (tier < 0) return;
        foreach (SnapshotPack pack in _packs)
            if (!IsSparse(pack) && IsSmall(pack) && TierOf(pack) == tier) _candidates.Add(pack);
    }

    private static bool IsSparse(SnapshotPack pack) => !pack.IsDamaged && pack.LiveBytes * 2 < pack.TotalBytes;

    private static int TierOf(SnapshotPack pack) => BitOperations.Log2((ulong)pack.LiveBytes) / BitsPerTier;

    private bool IsSmall(SnapshotPack pack) =>
        !pack.IsDamaged && pack.LiveBytes < _options.MergeBytesPerWrite / _options.PacksPerTier;

    private void MoveLive(long setBytes)
    {
        long bytesLeft = _options.MergeBytesPerWrite + setBytes;
        int recordsLeft = _options.MergeEntriesPerWrite;
        foreach (SnapshotPack pack in _candidates)
        {
            int cursor = pack.MergeCursor;
            while (cursor < pack.Count && bytesLeft > 0 && recordsLeft > 0 && !pack.IsDamaged)
            {
                int count = Math.Min(Math.Min(SliceCount, recordsLeft), pack.Count - cursor);
                int passed = MoveSlice(pack, cursor, count, ref bytesLeft);
                cursor += passed;
                recordsLeft -= count;
            }

            if (cursor > pack.MergeCursor) _moved.Add((pack, cursor));
        }
    }

    /// <summary>Moves the live ones of some records and returns how many records were dealt with.</summary>
    private int MoveSlice(SnapshotPack pack, int first, int count, ref long bytesLeft)
    {
        if (!TryReadRecords(pack, first, count)) return 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> record = _records.WrittenSpan[(i * SnapshotPackFormat.RecordBytes)..];
            SnapshotPackFormat.ReadRecord(record, out SnapshotInfo info, out int length, out long offset);
            if (!IsLatest(pack, info.Key, offset)) continue;
            if (bytesLeft <= 0) return i;
            if (!TryReadState(pack, new SnapshotLocation(0, offset, length), in info)) return i;
            _writer.Add(in info, _movedState.WrittenSpan);
            bytesLeft -= length + SnapshotPackFormat.TrailerBytes;
        }

        return count;
    }

    // What cannot be read is left where it is: an old pack's bad sector must not keep new states from being saved.
    private bool TryReadRecords(SnapshotPack pack, int first, int count)
    {
        try
        {
            pack.ReadRecords(first, count, _records);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            pack.IsDamaged = true;
        }

        return !pack.IsDamaged;
    }

    private bool TryReadState(SnapshotPack pack, SnapshotLocation location, in SnapshotInfo info)
    {
        try
        {
            if (!pack.TryReadState(in location, _movedState, out SnapshotInfo read) || read != info)
                pack.IsDamaged = true;
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            pack.IsDamaged = true;
        }

        return !pack.IsDamaged;
    }

    /// <summary>Makes a durable pack the latest for everything in it.</summary>
    private void Publish(SnapshotPack pack)
    {
        _nextSequence++;
        int slot;
        lock (_gate) slot = Enter(pack);
        for (int first = 0; first < pack.Count; first += SliceCount)
        {
            int end = Math.Min(pack.Count, first + SliceCount);
            lock (_gate)
            {
                for (int i = first; i < end; i++)
                    PointAt(pack, slot, _writer.Records[(i * SnapshotPackFormat.RecordBytes)..]);
            }
        }
    }

    private int Enter(SnapshotPack pack)
    {
        _packs.Add(pack);
        if (_freeSlots.TryPop(out int slot))
        {
            _slots[slot] = pack;
            return slot;
        }

        _slots.Add(pack);
        return _slots.Count - 1;
    }

    private void PointAt(SnapshotPack pack, int slot, ReadOnlySpan<byte> record)
    {
        SnapshotPackFormat.ReadRecord(record, out SnapshotInfo info, out int length, out long offset);
        bool known = _index.Set(info.Key, new SnapshotLocation(slot, offset, length), out SnapshotLocation before);
        pack.AddLive(length);
        if (known) PackAt(before.PackSlot).RemoveLive(before.Length);
    }

    /// <summary>Takes packs nothing points into out of the table, and deletes those nobody reads any more.</summary>
    private void RetireDead()
    {
        lock (_gate)
        {
            for (int slot = 0; slot < _slots.Count; slot++)
            {
                if (_slots[slot] is not { LiveCount: 0 } pack) continue;
                _retired.Add(pack);
                _slots[slot] = null;
                _freeSlots.Push(slot);
            }

            _packs.RemoveAll(static pack => pack.LiveCount == 0);
        }

        DeleteRetired();
    }

    private void DeleteRetired()
    {
        for (int i = _retired.Count - 1; i >= 0; i--)
        {
            SnapshotPack pack = _retired[i];
            lock (_gate)
                if (pack.Readers > 0) continue;
            pack.Dispose();
            DeleteQuietly(pack.Path);
            _retired.RemoveAt(i);
        }
    }

    /// <summary>
    /// Deletes a file nothing depends on: when it cannot be, the next start finds it dead and tries again.
    /// </summary>
    private void DeleteQuietly(string path)
    {
        try
        {
            _disk.Delete(path);
        }
        catch (IOException)
        {
        }
    }
}
