using System.Buffers.Text;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Where a list by name goes on: behind this name and id. As text: MessagePack in base64url.</summary>
/// <param name="FilterHash">The filter it belongs to.</param>
/// <param name="Name">The folded name of the last row given.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct NameCursor(ulong FilterHash, string Name, ulong Id)
{
    private const int FieldCount = 4;
    private const int Version = 1;

    /// <summary>The cursor as text.</summary>
    public string Encode()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Version);
        writer.Write(FilterHash);
        writer.Write(Name);
        writer.Write(Id);
        writer.Flush();
        return Base64Url.EncodeToString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; false when it is something else.</summary>
    public static bool TryDecode(string text, out NameCursor cursor)
    {
        cursor = default;
        if (text.Length > BrowseLimits.MaxCursorLength || !Base64Url.IsValid(text)) return false;
        try
        {
            var reader = new MessagePackReader(Base64Url.DecodeFromChars(text));
            CatalogueWire.ExpectArray(ref reader, FieldCount, nameof(NameCursor));
            if (reader.ReadInt32() != Version) return false;
            cursor = new NameCursor(reader.ReadUInt64(), reader.ReadString(), reader.ReadUInt64());
            return reader.End;
        }
        catch (MessagePackFormatException)
        {
            return false;
        }
    }
}
