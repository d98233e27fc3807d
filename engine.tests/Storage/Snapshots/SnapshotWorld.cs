using System.Buffers.Binary;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Simulation;

namespace Catalog.Engine.Tests.Storage.Snapshots;

/// <summary>States that are a number, of a length that depends on it, and positions that repeat the number.</summary>
internal static class SnapshotWorld
{
    /// <summary>The most bytes a state and its trailer take in a pack.</summary>
    public const int EntryBytes = 16 + 8 + 36;

    public static SnapshotInfo InfoOf(ulong key, long value) => new(new PartitionKey(1, key), value, (long)key * 1000);

    public static void Write(ISnapshotStore store, params (ulong Key, long Value)[] states) =>
        store.Write(Set(states));

    public static SnapshotSet Set(params (ulong Key, long Value)[] states)
    {
        var set = new SnapshotSet();
        Span<byte> state = stackalloc byte[16];
        foreach ((ulong key, long value) in states)
        {
            state.Fill((byte)key);
            BinaryPrimitives.WriteInt64LittleEndian(state, value);
            set.Begin().Write(state[..(8 + (int)((ulong)value % 8))]);
            set.End(InfoOf(key, value));
        }

        return set;
    }

    public static int LengthOf(SimulatedDisk disk, string path)
    {
        using IDiskFile file = disk.Open(path);
        return (int)file.LengthBytes;
    }

    public static void Cut(SimulatedDisk disk, string path, int length)
    {
        using IDiskFile file = disk.Open(path);
        file.SetLength(length);
    }

    public static long UsedBytes(SimulatedDisk disk) =>
        disk.List("snapshots").Sum(name => (long)LengthOf(disk, $"snapshots/{name}"));

    public static long? Read(ISnapshotStore store, ulong key)
    {
        var state = new ByteBuffer();
        if (!store.TryRead(new PartitionKey(1, key), state, out SnapshotInfo info)) return null;
        long value = BinaryPrimitives.ReadInt64LittleEndian(state.WrittenSpan);
        Assert.Equal(InfoOf(key, value), info);
        Assert.Equal(8 + (int)((ulong)value % 8), state.Length);
        foreach (byte filler in state.WrittenSpan[8..]) Assert.Equal((byte)key, filler);
        return value;
    }
}
