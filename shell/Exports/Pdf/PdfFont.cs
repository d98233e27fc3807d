using System.Globalization;
using System.Text;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>A font in a document: which of its letters are used there. Not thread-safe.</summary>
internal sealed class PdfFont(TrueTypeFont face, string key)
{
    private readonly SortedDictionary<ushort, Rune> _used = [];

    /// <summary>The font itself.</summary>
    internal TrueTypeFont Face { get; } = face;

    /// <summary>What pages call it.</summary>
    internal string Key { get; } = key;

    /// <summary>The glyphs that are used.</summary>
    internal IEnumerable<ushort> Used => _used.Keys;

    /// <summary>A text as the numbers of its glyphs, in hexadecimal.</summary>
    internal string Encode(string text)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (Rune letter in text.EnumerateRunes())
        {
            ushort glyph = Face.GlyphOf(letter);
            _used.TryAdd(glyph, letter);
            hex.Append(CultureInfo.InvariantCulture, $"{glyph:X4}");
        }

        return hex.ToString();
    }

    /// <summary>The widths of what is used, in thousandths of the size.</summary>
    internal string Widths()
    {
        var text = new StringBuilder("[");
        foreach (ushort glyph in _used.Keys)
        {
            int width = Face.WidthOf(glyph) * 1000 / Face.UnitsPerEm;
            text.Append(CultureInfo.InvariantCulture, $"{glyph} [{width}] ");
        }

        return text.Append(']').ToString();
    }

    /// <summary>The way back from glyphs to letters, so that text can be found and copied.</summary>
    internal string ToUnicode()
    {
        var text = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Used def /CMapType 2 def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (KeyValuePair<ushort, Rune>[] part in _used.Chunk(100))
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach ((ushort glyph, Rune letter) in part)
            {
                string code = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter.ToString()));
                text.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{code}>\n");
            }

            text.Append("endbfchar\n");
        }

        return text.Append("endcmap CMapName currentdict /CMap defineresource pop end end\n").ToString();
    }
}
