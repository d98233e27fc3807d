namespace Catalog.Engine.Wire;

/// <summary>Lists of records, and records that may be missing. Thread-safe.</summary>
internal static class WireList
{
    /// <summary>Encodes an array of them. O(size).</summary>
    public static void Write<T>(ref MessagePackWriter writer, IReadOnlyList<T> records)
        where T : IWireRecord<T>
    {
        writer.WriteArrayHeader(records.Count);
        for (int i = 0; i < records.Count; i++) records[i].Write(ref writer);
    }

    /// <summary>Encodes an array of ids. O(their number).</summary>
    public static void Write(ref MessagePackWriter writer, IReadOnlyList<ulong> ids)
    {
        writer.WriteArrayHeader(ids.Count);
        for (int i = 0; i < ids.Count; i++) writer.Write(ids[i]);
    }

    /// <summary>Encodes a record, or nil. O(size).</summary>
    public static void WriteOrNil<T>(ref MessagePackWriter writer, T? record)
        where T : class, IWireRecord<T>
    {
        if (record is null) writer.WriteNil();
        else record.Write(ref writer);
    }

    /// <summary>Decodes an array of records. O(size).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such array.</exception>
    public static T[] Read<T>(ref MessagePackReader reader)
        where T : IWireRecord<T>
    {
        int count = reader.ReadArrayHeader();
        if (count == 0) return [];
        var records = new T[count];
        for (int i = 0; i < count; i++) records[i] = T.Read(ref reader);
        return records;
    }

    /// <summary>Decodes an array of ids. O(their number).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such array.</exception>
    public static ulong[] ReadIds(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count == 0) return [];
        ulong[] ids = new ulong[count];
        for (int i = 0; i < count; i++) ids[i] = reader.ReadUInt64();
        return ids;
    }

    /// <summary>Decodes a record, or nil. O(size).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are neither.</exception>
    public static T? ReadOrNull<T>(ref MessagePackReader reader)
        where T : class, IWireRecord<T> =>
        reader.TryReadNil() ? null : T.Read(ref reader);
}
