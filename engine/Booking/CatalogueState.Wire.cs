using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>The catalogue as bytes and as a hash.</content>
public sealed partial class CatalogueState
{
    private const int WireVersion = 1;
    private const int WireFieldCount = 4;

    /// <summary>
    /// A hash of the whole content, whatever order it came in. O(everything); for tests and comparisons.
    /// </summary>
    public ulong StateHash()
    {
        var buffer = new ByteBuffer(4096);
        var writer = new MessagePackWriter(buffer);
        Write(ref writer);
        writer.Flush();
        return CatalogueWire.Hash(buffer.WrittenSpan);
    }

    /// <summary>Encodes all by ascending id: <c>[version, [theaters], [films], [showtimes]]</c>. O(n log n).</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(WireFieldCount);
        writer.Write(WireVersion);
        writer.WriteArrayHeader(_theaters.Count);
        foreach (ulong id in SortedKeys(_theaters)) _theaters[id].Write(ref writer);
        writer.WriteArrayHeader(_movies.Count);
        foreach (ulong id in SortedKeys(_movies)) _movies[id].Write(ref writer);
        writer.WriteArrayHeader(_showtimes.Count);
        foreach (ulong id in SortedKeys(_showtimes)) _showtimes[id].Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a catalogue.</exception>
    internal static CatalogueState Read(ref MessagePackReader reader)
    {
        CatalogueWire.ExpectArray(ref reader, WireFieldCount, nameof(CatalogueState));
        int version = reader.ReadInt32();
        if (version != WireVersion) throw new MessagePackFormatException($"Catalogue version {version} is not known.");
        var state = new CatalogueState();
        int theaters = reader.ReadArrayHeader();
        for (int i = 0; i < theaters; i++) state.Put(Theater.Read(ref reader));
        int movies = reader.ReadArrayHeader();
        for (int i = 0; i < movies; i++) state.Put(Movie.Read(ref reader));
        int showtimes = reader.ReadArrayHeader();
        for (int i = 0; i < showtimes; i++) state.Put(Showtime.Read(ref reader));
        return state;
    }

    private static ulong[] SortedKeys<TRecord>(Dictionary<ulong, TRecord> records)
    {
        ulong[] keys = [.. records.Keys];
        Array.Sort(keys);
        return keys;
    }
}
