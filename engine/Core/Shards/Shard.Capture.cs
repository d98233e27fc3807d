using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>Capturing snapshots, a slice a turn, so that the loop is never held up for long.</summary>
internal sealed partial class Shard
{
    /// <summary>Bytes captured in one turn: about 0.1 ms of encoding.</summary>
    private const int MaxSliceBytes = 128 * 1024;

    private readonly List<Partition> _dirty = [];
    private readonly List<Partition> _toCapture = [];
    private SnapshotSet? _emptySet;
    private ICaptureSink? _sink;

    /// <summary>Starts capturing every partition that is dirty now.</summary>
    public void BeginCapture(ICaptureSink sink)
    {
        _sink = sink;
        if (!_isOwned)
        {
            EndCapture();
            return;
        }

        foreach (Partition partition in _dirty)
        {
            if (partition.Status == PartitionStatus.Dirty) _toCapture.Add(partition);
        }

        _dirty.Clear();
        if (_toCapture.Count == 0) EndCapture();
    }

    /// <summary>The captured set was written (or not); its memory comes back for the next slice.</summary>
    public void OnCaptureWritten(SnapshotSet set, bool isStored)
    {
        // Without the shard the partitions are gone, or are being filled by whoever brings it here.
        for (int i = 0; i < set.Count && _isOwned; i++)
        {
            Partition? partition = Partitions.FindLoaded(set.Info(i).Key);
            if (partition is not { Status: PartitionStatus.Capturing }) continue;
            if (isStored) partition.Status = PartitionStatus.Stored;
            else MarkDirty(partition);
        }

        set.Clear();
        _emptySet = set;
        if (_sink is null) return;
        if (_toCapture.Count == 0) EndCapture();
        else _signal.Wake();
    }

    private void MarkDirty(Partition partition)
    {
        if (partition.Status == PartitionStatus.Dirty) return;
        partition.Status = PartitionStatus.Dirty;
        _dirty.Add(partition);
    }

    /// <summary>Books a partition that replay made dirty.</summary>
    public void AddReplayed(Partition partition) => _dirty.Add(partition);

    private SnapshotSet? CaptureSlice()
    {
        if (_toCapture.Count == 0 || _emptySet is not { } set) return null;
        _emptySet = null;
        while (_toCapture.Count > 0 && set.SizeBytes < MaxSliceBytes)
        {
            Partition partition = _toCapture[^1];
            _toCapture.RemoveAt(_toCapture.Count - 1);
            partition.Host.Save(partition, set.Begin());
            var info = new SnapshotInfo(partition.Key, 0, partition.Host.NextDueMs(partition));
            int pieces = set.End(in info, partition.PieceCount);
            partition.PieceCount = Math.Max(partition.PieceCount, pieces);
            partition.Status = PartitionStatus.Capturing;
        }

        return set;
    }

    private void OnCaptureDurable(SnapshotSet set, long endPosition)
    {
        set.SetPosition(endPosition);
        _sink!.OnCaptured(this, set);
    }

    private void EndCapture()
    {
        ICaptureSink? sink = _sink;
        _sink = null;
        sink?.OnCaptureEnded(this);
    }
}
