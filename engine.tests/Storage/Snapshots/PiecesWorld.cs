using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Storage.Snapshots;

/// <summary>States of values of all kinds, drawn from a number and as long as wanted, kept in pieces.</summary>
internal static class PiecesWorld
{
    public static PartitionKey KeyOf(ulong key) => new(1, key);

    /// <summary>Adds a state to a set; returns how many pieces the store has of it.</summary>
    public static int Add(SnapshotSet set, ulong key, int value, int values, int knownPieces = 0)
    {
        var writer = new MessagePackWriter(set.Begin());
        Write(ref writer, value, values);
        return set.End(new SnapshotInfo(KeyOf(key), value, value + 1), knownPieces);
    }

    /// <summary>Writes a state through a store; returns how many pieces that has of it.</summary>
    public static int Save(ISnapshotStore store, int pieceBytes, ulong key, int value, int values)
    {
        var set = new SnapshotSet(pieceBytes);
        int pieces = Add(set, key, value, values);
        store.Write(set);
        return pieces;
    }

    /// <summary>Writes the state of key 1 over one that has pieces; returns how many the new one has.</summary>
    public static int Replace(ISnapshotStore store, int pieceBytes, int value, int values, int knownPieces)
    {
        var set = new SnapshotSet(pieceBytes);
        int pieces = Add(set, 1, value, values, knownPieces);
        store.Write(set);
        return pieces;
    }

    /// <summary>Reads a state and checks all of it; null when there is none.</summary>
    public static int? Read(ISnapshotStore store, ulong key, int values)
    {
        var saved = new SnapshotReader(store);
        if (!saved.TryOpen(KeyOf(key), out SnapshotInfo info)) return null;
        MessagePackReader reader = saved.Read();
        Assert.Equal(info.NextDueMs, info.Position + 1);
        Check(ref reader, (int)info.Position, values);
        return (int)info.Position;
    }

    public static void Write(ref MessagePackWriter writer, int value, int values)
    {
        var random = new Random(value);
        byte[] bytes = new byte[300];
        writer.WriteArrayHeader(values);
        for (int i = 0; i < values; i++)
        {
            random.NextBytes(bytes);
            Span<byte> some = bytes.AsSpan(0, random.Next(i % 7 == 0 ? bytes.Length : 12));
            writer.WriteArrayHeader(5);
            writer.Write(random.NextInt64() >> random.Next(64));
            writer.Write(new string('ä', some.Length));
            writer.WriteBinary(some);
            writer.WriteExtension(5, some);
            writer.WriteMapHeader(1);
            writer.WriteNil();
            writer.Write(random.NextDouble());
        }
    }

    private static void Check(ref MessagePackReader reader, int value, int values)
    {
        var random = new Random(value);
        byte[] bytes = new byte[300];
        Assert.Equal(values, reader.ReadArrayHeader());
        for (int i = 0; i < values; i++)
        {
            random.NextBytes(bytes);
            ReadOnlySpan<byte> some = bytes.AsSpan(0, random.Next(i % 7 == 0 ? bytes.Length : 12));
            Assert.False(reader.End);
            Assert.Equal(5, reader.ReadArrayHeader());
            Assert.Equal(random.NextInt64() >> random.Next(64), reader.ReadInt64());
            Assert.Equal(some.Length, reader.ReadString().Length);
            ReadOnlySpan<byte> binary = reader.ReadBinary();
            ReadOnlySpan<byte> extension = reader.ReadExtension(out _);
            Assert.Equal(1, reader.ReadMapHeader());
            reader.ReadNil();
            Assert.Equal(random.NextDouble(), reader.ReadDouble());

            // What was read of earlier pieces is still what it was.
            Assert.True(binary.SequenceEqual(some) && extension.SequenceEqual(some));
        }

        Assert.True(reader.End);
    }
}
