using System.Collections.Concurrent;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Takes snapshots in passes. A pass notes where the journal's durable end is, lets every shard capture what is dirty,
/// slice by slice, writes the slices, and at the end records the noted position: recovery replays from there, and the
/// journal may be trimmed up to there.
/// </summary>
/// <remarks>
/// Why that position is safe: a fact before it had been applied when the pass began, so its partition was dirty then,
/// or
/// is in an earlier snapshot; and every partition dirty then is captured before the pass ends. Where shards come and
/// go the position is noted for each shard, and only for one that was here for the whole pass.
/// </remarks>
internal sealed class Checkpointer(EngineOptions options, EngineStorage storage, IReadOnlyList<Shard> shards)
    : ICaptureSink
{
    /// <summary>The snapshot that says where recovery starts.</summary>
    public static readonly PartitionKey WatermarkKey = new(0, 1);

    // Behind the keys of everything else the engine keeps for itself.
    private const ulong FirstShardKey = 256;

    private readonly ConcurrentQueue<(Shard Shard, SnapshotSet Set)> _captured = new();
    private readonly SnapshotSet _watermark = new();
    private readonly long[] _tenures = new long[shards.Count];
    private int _shardsLeft;
    private long _passPosition;
    private bool _passFailed;

    /// <summary>Whether a pass is under way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Passes ended so far, failed ones included.</summary>
    public long PassCount { get; private set; }

    /// <summary>Recovery would replay from here.</summary>
    public long Watermark { get; private set; }

    /// <summary>Called when there is something for <see cref="Step"/>.</summary>
    public Action Signal { get; init; } = static () => { };

    /// <summary>The snapshot that says where the recovery of one shard starts, where shards come and go.</summary>
    public static PartitionKey WatermarkKeyOf(int shard) => new(0, FirstShardKey + (ulong)shard);

    /// <summary>The shard a key of <see cref="WatermarkKeyOf"/> is about; false for any other key.</summary>
    public static bool TryShardOfWatermark(PartitionKey key, out int shard)
    {
        ulong index = key.Key - FirstShardKey;
        shard = (int)Math.Min(index, int.MaxValue);
        return key.System == 0 && index < EngineOptions.MaxShards;
    }

    /// <summary>Reads where the last complete pass began.</summary>
    public void Load()
    {
        var state = new ByteBuffer();
        if (storage.Snapshots.TryRead(WatermarkKey, state, out SnapshotInfo info)) Watermark = info.Position;
    }

    /// <summary>Begins a pass.</summary>
    public void Begin()
    {
        IsRunning = true;
        _passFailed = false;
        _passPosition = storage.Journal.CommittedPosition;
        _shardsLeft = shards.Count;
        // Read before the capture begins: a shard that comes or goes from here on is not noted.
        for (int i = 0; i < _tenures.Length; i++) _tenures[i] = shards[i].IsOwned ? shards[i].Tenure : 0;
        foreach (Shard shard in shards) shard.PostControl(new ControlWork(s => s.BeginCapture(this)));
    }

    /// <summary>Writes one captured slice, or ends the pass; false when there is nothing to do now.</summary>
    public bool Step()
    {
        if (_captured.TryDequeue(out (Shard Shard, SnapshotSet Set) slice))
        {
            bool isStored = TryWrite(slice.Set);
            _passFailed |= !isStored;
            slice.Shard.PostControl(new ControlWork(s => s.OnCaptureWritten(slice.Set, isStored)));
            return true;
        }

        if (!IsRunning || Volatile.Read(ref _shardsLeft) > 0) return false;
        IsRunning = false;
        if (!_passFailed) EndPass();
        PassCount++;
        return true;
    }

    void ICaptureSink.OnCaptured(Shard shard, SnapshotSet set)
    {
        _captured.Enqueue((shard, set));
        Signal();
    }

    void ICaptureSink.OnCaptureEnded(Shard shard)
    {
        Interlocked.Decrement(ref _shardsLeft);
        Signal();
    }

    private void EndPass()
    {
        if (_passPosition == Watermark) return;
        _watermark.Clear();
        if (options.StartsOwning) Note(WatermarkKey);
        for (int i = 0; i < shards.Count && !options.StartsOwning; i++)
        {
            if (_tenures[i] != 0 && shards[i].Tenure == _tenures[i]) Note(WatermarkKeyOf(i));
        }

        if (_watermark.Count == 0 || TryWrite(_watermark)) Watermark = _passPosition;
    }

    private void Note(PartitionKey key)
    {
        _watermark.Begin();
        _watermark.End(new SnapshotInfo(key, _passPosition, long.MaxValue));
    }

    private bool TryWrite(SnapshotSet set)
    {
        try
        {
            storage.Snapshots.Write(set);
            return true;
        }
        catch (IOException exception)
        {
            options.Report("A snapshot could not be written; the journal keeps everything until one can.", exception);
            return false;
        }
    }
}
