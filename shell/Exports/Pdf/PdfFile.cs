using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>
/// Puts a document together: pages, two fonts with the glyphs that are used, and the table of where everything lies.
/// Text is text: it can be found and copied. Not thread-safe.
/// </summary>
/// <remarks>
/// Source: ISO 32000-1; fonts as composite ones with Identity-H (9.7.6.2), embedded as FontFile2 (9.9).
/// </remarks>
internal sealed class PdfFile
{
    private readonly List<PdfCanvas> _pages = [];
    private readonly List<long> _offsets = [];
    private readonly MemoryStream _file = new();

    /// <summary>For text.</summary>
    internal PdfFont Regular { get; } = new(TrueTypeFont.Regular, "F1");

    /// <summary>For headings.</summary>
    internal PdfFont Bold { get; } = new(TrueTypeFont.Bold, "F2");

    /// <summary>The pages so far.</summary>
    internal IReadOnlyList<PdfCanvas> Pages => _pages;

    /// <summary>Begins a page of A4.</summary>
    internal PdfCanvas AddPage(bool isLandscape)
    {
        const double a4Width = 595.28;
        const double a4Height = 841.89;
        PdfCanvas page = isLandscape ? new(a4Height, a4Width) : new(a4Width, a4Height);
        _pages.Add(page);
        return page;
    }

    /// <summary>Writes the file. Once.</summary>
    internal void Save(Stream into, string title, DateTimeOffset madeAt)
    {
        Raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        int pageTree = Reserve();
        int regular = AddFont(Regular);
        int bold = AddFont(Bold);
        var kids = new List<int>();
        foreach (PdfCanvas page in _pages)
        {
            int content = AddStream(Encoding.ASCII.GetBytes(page.Content), "");
            string box = string.Create(CultureInfo.InvariantCulture, $"[0 0 {page.Width:0.##} {page.Height:0.##}]");
            kids.Add(Add(
                $"<< /Type /Page /Parent {pageTree} 0 R /MediaBox {box}",
                $"/Resources << /Font << /F1 {regular} 0 R /F2 {bold} 0 R >> >> /Contents {content} 0 R >>"));
        }

        string list = string.Join(' ', kids.Select(static kid => kid + " 0 R"));
        Put(pageTree, $"<< /Type /Pages /Count {kids.Count} /Kids [{list}] >>");
        int catalog = Add($"<< /Type /Catalog /Pages {pageTree} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        string made = madeAt.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        int info = Add($"<< /Title {TextOf(title)} /Producer (Catalog) /CreationDate (D:{made}Z) >>");
        End(catalog, info);
        _file.Position = 0;
        _file.CopyTo(into);
    }

    private int AddFont(PdfFont font)
    {
        TrueTypeFont face = font.Face;
        byte[] subset = face.Subset(font.Used);
        string name = $"CATLOG+{face.Name}";
        int file = AddStream(subset, string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Length}"));
        int unicode = AddStream(Encoding.ASCII.GetBytes(font.ToUnicode()), "");
        int ascent = face.Ascent * 1000 / face.UnitsPerEm;
        int descent = face.Descent * 1000 / face.UnitsPerEm;
        int descriptor = Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [-1000 -400 2000 1200]",
            $"/ItalicAngle 0 /Ascent {ascent} /Descent {descent} /CapHeight 730 /StemV 80 /FontFile2 {file} 0 R >>");
        int descendant = Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name}",
            $"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            $"/FontDescriptor {descriptor} 0 R /CIDToGIDMap /Identity /W {font.Widths()} >>");
        return Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H",
            $"/DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private int AddStream(byte[] bytes, string more)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(bytes);
        int number = Reserve();
        _offsets[number - 1] = _file.Length;
        Raw($"{number} 0 obj\n<< /Filter /FlateDecode /Length {packed.Length} {more} >>\nstream\n");
        _file.Write(packed.GetBuffer(), 0, (int)packed.Length);
        Raw("\nendstream\nendobj\n");
        return number;
    }

    private int Add(params ReadOnlySpan<string> lines)
    {
        int number = Reserve();
        Put(number, string.Join('\n', lines));
        return number;
    }

    private int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    private void Put(int number, string text)
    {
        _offsets[number - 1] = _file.Length;
        Raw($"{number} 0 obj\n{text}\nendobj\n");
    }

    private void End(int catalog, int info)
    {
        long start = _file.Length;
        Raw($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (long offset in _offsets)
            Raw(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Raw($"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {info} 0 R >>\n"
            + $"startxref\n{start}\n%%EOF\n");
    }

    private void Raw(string text) => _file.Write(Encoding.Latin1.GetBytes(text));

    private static string TextOf(string text) =>
        "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";
}
