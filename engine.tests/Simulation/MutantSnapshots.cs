using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Snapshot stores with one thing wrong.</summary>
internal static class MutantSnapshots
{
    /// <summary>Saves showtimes as if they had more, or fewer, of the journal than they have.</summary>
    internal sealed class MovesPosition(ISnapshotStore inner, int byBytes) : SnapshotLayer(inner)
    {
        protected override ReadOnlySpan<byte> Change(
            in SnapshotInfo original, ReadOnlySpan<byte> state, out SnapshotInfo info)
        {
            info = original;
            if (original.Key.System != 0) info = original with { Position = Math.Max(0, original.Position + byBytes) };
            return state;
        }
    }

    /// <summary>Says that a checkpoint reaches further than it does.</summary>
    internal sealed class OverstatesCheckpoint(ISnapshotStore inner, Func<long> committed) : SnapshotLayer(inner)
    {
        protected override ReadOnlySpan<byte> Change(
            in SnapshotInfo original, ReadOnlySpan<byte> state, out SnapshotInfo info)
        {
            bool isCheckpoint = original.Key == Checkpointer.WatermarkKey;
            info = isCheckpoint ? original with { Position = committed() } : original;
            return state;
        }
    }

    /// <summary>Leaves the idempotency table out of a showtime's snapshot.</summary>
    internal sealed class ForgetsKeys(ISnapshotStore inner) : SnapshotLayer(inner)
    {
        protected override ReadOnlySpan<byte> Change(
            in SnapshotInfo original, ReadOnlySpan<byte> state, out SnapshotInfo info)
        {
            info = original;
            if (original.Key.System == 0) return state;
            var reader = new MessagePackReader(state);
            var buffer = new ByteBuffer();
            var writer = new MessagePackWriter(buffer);
            writer.WriteArrayHeader(reader.ReadArrayHeader());
            writer.Write(reader.ReadUInt64());
            writer.Write(reader.ReadInt64());
            if (reader.ReadBoolean()) reader.Skip();
            writer.Write(false);
            writer.WriteRaw(state[reader.Consumed..]);
            writer.Flush();
            return buffer.WrittenSpan;
        }
    }

    /// <summary>Saves a model as if it stood where it stood a little earlier.</summary>
    internal sealed class DelaysModels(ISnapshotStore inner) : SnapshotLayer(inner)
    {
        private long _before;

        protected override ReadOnlySpan<byte> Change(
            in SnapshotInfo original, ReadOnlySpan<byte> state, out SnapshotInfo info)
        {
            info = original;
            if (original.Key.System != 0 || original.Key.Key >> 63 == 0) return state;
            info = original with { Position = _before };
            _before = original.Position;
            return state;
        }
    }
}
