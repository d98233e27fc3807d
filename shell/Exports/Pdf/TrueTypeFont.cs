using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>
/// A font that comes with this assembly, because a bare machine has none: widths, the way from letters to glyphs, and
/// the outlines of those that are used. Immutable but for a cache; thread-safe.
/// </summary>
/// <remarks>Source: Apple, "TrueType Reference Manual"; the tables cmap (format 4 or 12), hmtx, loca, glyf.</remarks>
internal sealed partial class TrueTypeFont
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Start, int Length)> _tables = [];
    private readonly ConcurrentDictionary<int, ushort> _glyphs = new();
    private readonly int _longMetrics;

    private TrueTypeFont(string name)
    {
        Name = name;
        using Stream stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream($"Fonts.{name}.ttf")!;
        _bytes = new byte[stream.Length];
        stream.ReadExactly(_bytes);
        int count = UInt16(4);
        for (int i = 0; i < count; i++)
        {
            int at = 12 + (i * 16);
            string tag = Encoding.ASCII.GetString(_bytes, at, 4);
            _tables.Add(tag, ((int)UInt32(at + 8), (int)UInt32(at + 12)));
        }

        UnitsPerEm = UInt16(Table("head") + 18);
        Ascent = (short)UInt16(Table("hhea") + 4);
        Descent = (short)UInt16(Table("hhea") + 6);
        _longMetrics = UInt16(Table("hhea") + 34);
        GlyphCount = UInt16(Table("maxp") + 4);
    }

    /// <summary>The one for text.</summary>
    internal static TrueTypeFont Regular { get; } = new("DejaVuSansCondensed");

    /// <summary>The one for headings.</summary>
    internal static TrueTypeFont Bold { get; } = new("DejaVuSansCondensed-Bold");

    /// <summary>Its name.</summary>
    internal string Name { get; }

    /// <summary>Units of all measures in the height of a line.</summary>
    internal int UnitsPerEm { get; }

    /// <summary>Units above the base line.</summary>
    internal int Ascent { get; }

    /// <summary>Units below it, negative.</summary>
    internal int Descent { get; }

    /// <summary>Number of glyphs.</summary>
    internal int GlyphCount { get; }

    /// <summary>The glyph of a letter; 0, a box, for one the font does not know. O(1) once it was asked for.</summary>
    internal ushort GlyphOf(Rune letter) =>
        _glyphs.GetOrAdd(letter.Value, static (code, font) => font.FindGlyph(code), this);

    /// <summary>How far a glyph moves on, in units.</summary>
    internal int WidthOf(ushort glyph) => UInt16(Table("hmtx") + (Math.Min(glyph, _longMetrics - 1) * 4));

    /// <summary>How wide a text is at a size in points. O(letters).</summary>
    internal double Measure(string text, double size)
    {
        long units = 0;
        foreach (Rune letter in text.EnumerateRunes()) units += WidthOf(GlyphOf(letter));
        return units * size / UnitsPerEm;
    }

    private int Table(string tag) => _tables[tag].Start;

    private ushort UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private uint UInt32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));

    private ushort FindGlyph(int code)
    {
        int cmap = Table("cmap");
        int count = UInt16(cmap + 2);
        int four = 0;
        for (int i = 0; i < count; i++)
        {
            int table = cmap + (int)UInt32(cmap + 4 + (i * 8) + 4);
            if (UInt16(table) == 12) return InFormat12(table, (uint)code);
            if (UInt16(table) == 4) four = table;
        }

        return four > 0 && code <= ushort.MaxValue ? InFormat4(four, (ushort)code) : (ushort)0;
    }

    private ushort InFormat12(int table, uint code)
    {
        uint groups = UInt32(table + 12);
        for (int i = 0; i < groups; i++)
        {
            int group = table + 16 + (i * 12);
            if (code > UInt32(group + 4)) continue;
            return code < UInt32(group) ? (ushort)0 : (ushort)(UInt32(group + 8) + code - UInt32(group));
        }

        return 0;
    }

    private ushort InFormat4(int table, ushort code)
    {
        int segments = UInt16(table + 6) / 2;
        int ends = table + 14;
        int starts = ends + (segments * 2) + 2;
        for (int i = 0; i < segments; i++)
        {
            if (code > UInt16(ends + (i * 2))) continue;
            int start = UInt16(starts + (i * 2));
            if (code < start) return 0;
            int delta = UInt16(starts + (segments * 2) + (i * 2));
            int offsetAt = starts + (segments * 4) + (i * 2);
            int offset = UInt16(offsetAt);
            if (offset == 0) return (ushort)(code + delta);
            ushort glyph = UInt16(offsetAt + offset + ((code - start) * 2));
            return glyph == 0 ? glyph : (ushort)(glyph + delta);
        }

        return 0;
    }
}
