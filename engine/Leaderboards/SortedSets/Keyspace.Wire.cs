using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>The keyspace as bytes.</content>
public sealed partial class Keyspace
{
    private const int FieldCount = 2;
    private const int KeyFieldCount = 5;

    /// <summary>
    /// Encodes: <c>[version, [[key, place, end, version, set], …]]</c>, keys by their places. O(members).
    /// </summary>
    internal void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Version);
        writer.WriteArrayHeader(Keys.Count);
        for (int slot = 0; slot < Keys.SlotCount; slot++)
        {
            if (Keys.At(slot) is not { } entry) continue;
            writer.WriteArrayHeader(KeyFieldCount);
            writer.WriteBinary(entry.Name);
            writer.Write(entry.Slot);
            writer.Write(entry.ExpiresMs);
            writer.Write(entry.Version);
            entry.Set.Save(ref writer);
        }
    }

    /// <summary>Decodes what <see cref="Save"/> wrote. O(members).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a keyspace.</exception>
    internal static Keyspace Load(KeyspaceLimits limits, ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var keyspace = new Keyspace(limits) { Version = reader.ReadInt64() };
        int count = reader.ReadArrayHeader();
        int lastSlot = -1;
        for (int i = 0; i < count; i++)
        {
            KeyEntry entry = keyspace.ReadEntry(ref reader);
            if (entry.Slot <= lastSlot || entry.Set.Count == 0)
                throw new MessagePackFormatException("Keys do not stand in the order of their places, or are empty.");
            lastSlot = entry.Slot;
            keyspace.Keys.Restore(entry);
            keyspace.MemberCount += entry.Set.Count;
        }

        WireFields.End(ref reader, further);
        keyspace.Keys.EndRestoring();
        return keyspace;
    }

    private KeyEntry ReadEntry(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, KeyFieldCount);
        byte[] name = reader.ReadBinary().ToArray();
        int slot = reader.ReadInt32();
        long expiresMs = reader.ReadInt64();
        long version = reader.ReadInt64();
        var entry = new KeyEntry(name, slot)
        {
            Set = NamedRankedSet.Load(ref reader, Limits.HashSeed, _pool),
            ExpiresMs = expiresMs,
            Version = version,
        };
        WireFields.End(ref reader, further);
        return entry;
    }
}
