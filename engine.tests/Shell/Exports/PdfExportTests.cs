using System.Text;
using System.Text.RegularExpressions;
using Catalog.Shell.Exports;
using Catalog.Shell.Exports.Pdf;

namespace Catalog.Engine.Tests.Shell.Exports;

public sealed partial class PdfExportTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_long_table_takes_as_many_pages_as_it_needs_with_its_fonts_inside()
    {
        byte[] bytes = await WriteAsync(200, new ExportChart(IsLine: true, 0, 1));
        string raw = Encoding.Latin1.GetString(bytes);
        Assert.StartsWith("%PDF-1.7\n", raw, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", raw, StringComparison.Ordinal);
        Assert.InRange(PagesIn(raw), 4, 8);
        Assert.Contains("/BaseFont /CATLOG+DejaVuSansCondensed ", raw, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", raw, StringComparison.Ordinal);
        Assert.InRange(bytes.Length, 10_000, 250_000);
        CheckPlaces(raw);
    }

    [Fact]
    public async Task A_table_without_rows_and_one_with_a_single_row_are_documents_too()
    {
        foreach (int rows in new[] { 0, 1, 2 })
        {
            string raw = Encoding.Latin1.GetString(await WriteAsync(rows, new ExportChart(IsLine: false, 0, 1)));
            Assert.Equal(1, PagesIn(raw));
            CheckPlaces(raw);
        }
    }

    [Fact]
    public void Letters_have_their_own_glyphs_and_widths_and_a_subset_has_what_is_used()
    {
        TrueTypeFont font = TrueTypeFont.Regular;
        ushort[] glyphs = [.. "Aé映Łж€…".EnumerateRunes().Select(font.GlyphOf)];
        Assert.Equal(glyphs.Length - 1, glyphs.Where(static glyph => glyph != 0).Distinct().Count());
        Assert.Equal(0, glyphs[2]);
        Assert.Equal(2 * font.Measure("W", 10), font.Measure("WW", 10), 6);
        Assert.True(font.Measure("W", 10) > 2 * font.Measure("i", 10));
        byte[] subset = font.Subset(glyphs);
        Assert.InRange(subset.Length, 40_000, 120_000);
        Assert.Equal(subset.Length, font.Subset(glyphs).Length);
        Assert.True(font.Subset([.. glyphs, font.GlyphOf(new Rune('g'))]).Length > subset.Length);
    }

    [Fact]
    public async Task A_table_that_is_too_long_for_a_document_ends_and_reads_no_further()
    {
        int read = 0;
        IEnumerable<ExportCell[]> rows = Rows(1_000_000).Select(row =>
        {
            read++;
            return row;
        });
        using var into = new MemoryStream();
        long written = await PdfExport.WriteAsync(Head(), Table(rows, null), into, static _ => { }, default);
        Assert.Equal(PdfExport.MaxRows, written);
        Assert.Equal(PdfExport.MaxRows + 1, read);
    }

    private static int PagesIn(string raw) => Pages().Count(raw);

    /// <summary>
    /// Every object lies where the table at the end says, and nothing is referred to that is not there.
    /// </summary>
    private static void CheckPlaces(string raw)
    {
        int table = int.Parse(Start().Match(raw).Groups[1].Value, null);
        string[] lines = raw[table..].Split('\n');
        Assert.Equal("xref", lines[0]);
        int count = int.Parse(lines[1].Split(' ')[1], null);
        for (int i = 1; i < count; i++)
        {
            int at = int.Parse(lines[2 + i].Split(' ')[0], null);
            Assert.StartsWith($"{i} 0 obj\n", raw[at..(at + 12)], StringComparison.Ordinal);
        }

        foreach (Match reference in Reference().Matches(raw))
            Assert.InRange(int.Parse(reference.Groups[1].Value, null), 1, count - 1);
    }

    private static async Task<byte[]> WriteAsync(int count, ExportChart? chart)
    {
        using var into = new MemoryStream();
        long rows = await PdfExport.WriteAsync(Head(), Table(Rows(count), chart), into, static _ => { }, default);
        Assert.Equal(count, rows);
        return into.ToArray();
    }

    private static PdfHead Head() =>
        new("Sales “Löw”", new ExportArguments([new("from", "2030-01-01"), new("city", "Łódź")]), Now);

    private static ExportTable Table(IEnumerable<ExportCell[]> rows, ExportChart? chart) => new()
    {
        Columns = [new("Day"), new("Revenue", CellKind.Money), new("Film with a long title")],
        Rows = ExportTable.RowsOf(rows),
        Chart = chart,
    };

    private static IEnumerable<ExportCell[]> Rows(int count) => Enumerable.Range(0, count).Select(static i => new[]
    {
        ExportCell.Of("2030-01-" + i),
        ExportCell.Of((i % 7 * 1000) - 500),
        ExportCell.Of(string.Concat(Enumerable.Repeat("A film ", i % 30))),
    });

    [GeneratedRegex("/Type /Page ")]
    private static partial Regex Pages();

    [GeneratedRegex("startxref\n([0-9]+)\n")]
    private static partial Regex Start();

    [GeneratedRegex(" ([0-9]{1,4}) 0 R[ \\]/>]")]
    private static partial Regex Reference();
}
