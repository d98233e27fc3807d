using System.Buffers.Binary;
using System.Text;

namespace Catalog.Shell.Exports.Pdf;

/// <content>A font file with only the glyphs that are used; they keep their numbers.</content>
internal sealed partial class TrueTypeFont
{
    private const int MoreComponents = 0x20;
    private const int WordArguments = 0x01;
    private const int OneScale = 0x08;
    private const int TwoScales = 0x40;
    private const int FourScales = 0x80;
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    /// <summary>Makes the file. O(glyphs of the font).</summary>
    internal byte[] Subset(IEnumerable<ushort> used)
    {
        var wanted = new SortedSet<ushort>(used) { 0 };
        foreach (ushort glyph in wanted.ToArray()) AddComponents(glyph, wanted);
        using var glyphs = new MemoryStream();
        byte[] places = new byte[(GlyphCount + 1) * 4];
        for (int glyph = 0; glyph < GlyphCount; glyph++)
        {
            if (wanted.Contains((ushort)glyph)) glyphs.Write(OutlineOf((ushort)glyph));
            while (glyphs.Length % 4 != 0) glyphs.WriteByte(0);
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan((glyph + 1) * 4), (uint)glyphs.Length);
        }

        var tables = new List<(string Tag, byte[] Bytes)>();
        foreach (string tag in Kept.Where(_tables.ContainsKey))
        {
            (int start, int length) = _tables[tag];
            byte[] bytes = tag switch
            {
                "glyf" => glyphs.ToArray(),
                "loca" => places,
                _ => _bytes.AsSpan(start, length).ToArray(),
            };

            // Places are written as 32 bits each.
            if (tag == "head") BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(50), 1);
            tables.Add((tag, bytes));
        }

        return Join(tables);
    }

    private ReadOnlySpan<byte> OutlineOf(ushort glyph)
    {
        bool isLong = UInt16(Table("head") + 50) == 1;
        int loca = Table("loca");
        int start = isLong ? (int)UInt32(loca + (glyph * 4)) : UInt16(loca + (glyph * 2)) * 2;
        int end = isLong ? (int)UInt32(loca + ((glyph + 1) * 4)) : UInt16(loca + ((glyph + 1) * 2)) * 2;
        return _bytes.AsSpan(Table("glyf") + start, end - start);
    }

    /// <summary>A glyph may be put together of others, as é is of e and an accent.</summary>
    private void AddComponents(ushort glyph, SortedSet<ushort> wanted)
    {
        ReadOnlySpan<byte> outline = OutlineOf(glyph);
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0) return;
        int at = 10;
        int flags = MoreComponents;
        while ((flags & MoreComponents) != 0)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            ushort part = BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]);
            if (wanted.Add(part)) AddComponents(part, wanted);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            if ((flags & OneScale) != 0) at += 2;
            if ((flags & TwoScales) != 0) at += 4;
            if ((flags & FourScales) != 0) at += 8;
        }
    }

    private static byte[] Join(List<(string Tag, byte[] Bytes)> tables)
    {
        using var file = new MemoryStream();
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(head, 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(head[4..], (ushort)tables.Count);
        int power = 1 << (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(head[6..], (ushort)(power * 16));
        BinaryPrimitives.WriteUInt16BigEndian(head[8..], (ushort)Math.Log2(power));
        BinaryPrimitives.WriteUInt16BigEndian(head[10..], (ushort)((tables.Count - power) * 16));
        file.Write(head);
        int at = 12 + (tables.Count * 16);
        Span<byte> entry = stackalloc byte[16];
        foreach ((string tag, byte[] bytes) in tables)
        {
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], SumOf(bytes));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)bytes.Length);
            file.Write(entry);
            at += (bytes.Length + 3) / 4 * 4;
        }

        foreach ((_, byte[] bytes) in tables)
        {
            file.Write(bytes);
            while (file.Length % 4 != 0) file.WriteByte(0);
        }

        return file.ToArray();
    }

    private static uint SumOf(byte[] bytes)
    {
        uint sum = 0;
        for (int i = 0; i < bytes.Length; i++) sum += (uint)bytes[i] << (8 * (3 - (i % 4)));
        return sum;
    }
}
