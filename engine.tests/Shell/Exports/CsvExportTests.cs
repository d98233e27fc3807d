using System.Text;
using Catalog.Shell.Exports;
using CsvHelper;

namespace Catalog.Engine.Tests.Shell.Exports;

public sealed class CsvExportTests
{
    [Fact]
    public async Task Fields_are_quoted_where_needed_and_lines_end_as_the_standard_says()
    {
        ExportTable table = Table([ExportCell.Of("plain"), ExportCell.Of(-12.5)],
            [ExportCell.Of("a,b \"c\"\nd"), ExportCell.Empty], [ExportCell.Of("Löw é 映画"), ExportCell.Of(3)]);
        Assert.Equal(
            "Name,Amount\r\nplain,-12.5\r\n\"a,b \"\"c\"\"\nd\",\r\nLöw é 映画,3\r\n", await WriteAsync(table));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("＝1+1")]
    public void A_text_that_looks_like_a_formula_is_none(string text) => Assert.Equal("'" + text, CsvExport.Safe(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a=1")]
    [InlineData("Mad Max - Fury")]
    public void Every_other_text_stays_as_it_is(string text) => Assert.Equal(text, CsvExport.Safe(text));

    [Fact]
    public async Task Whatever_texts_are_written_another_reader_reads_them_again()
    {
        var random = new Random(3);
        string[] texts = [.. Enumerable.Range(0, 500).Select(_ => string.Concat(
            Enumerable.Range(0, random.Next(12)).Select(_ => "ab,\"\r\n\t ='é"[random.Next(11)])))];
        string csv = await WriteAsync(Table([.. texts.Select(text =>
            new[] { ExportCell.Of(text), ExportCell.Of(1) })]));
        using CsvReader reader = CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
        var read = new List<string>();
        while (reader.Read()) read.Add(reader.GetString(0));
        Assert.Equal(texts.Select(CsvExport.Safe), read.TakeLast(texts.Length));
    }

    [Fact]
    public async Task Of_a_million_rows_only_the_last_few_are_in_memory()
    {
        var stream = new CountingStream();
        long made = 0;
        IEnumerable<ExportCell[]> rows = Rows(1_000_000).Select(row =>
        {
            made += row[0].Text!.Length;
            Assert.True(made - stream.Length < 1_000_000, "What was written stays in memory.");
            return row;
        });
        Assert.Equal(1_000_000, await CsvExport.WriteAsync(Table(rows), stream, static _ => { }, default));
        Assert.True(stream.Length > made);
    }

    private static IEnumerable<ExportCell[]> Rows(int count) =>
        Enumerable.Range(0, count).Select(static i => new[] { ExportCell.Of("row " + i), ExportCell.Of(i) });

    private static ExportTable Table(params IEnumerable<ExportCell[]> rows) => new()
    {
        Columns = [new("Name"), new("Amount", CellKind.Number)],
        Rows = ExportTable.RowsOf(rows),
    };

    private static async Task<string> WriteAsync(ExportTable table)
    {
        using var memory = new MemoryStream();
        await CsvExport.WriteAsync(table, memory, static _ => { }, default);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
