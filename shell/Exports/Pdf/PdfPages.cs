using System.Globalization;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>Lays a document out, page after page. Not thread-safe.</summary>
internal sealed class PdfPages
{
    private const double Margin = 40;
    private const double RowHeight = 15;
    private const double ChartHeight = 190;
    private const double Gap = 4;
    private const double TitleSize = 18;
    private const double TextSize = 8.5;
    private static readonly PdfColor Ink = PdfColor.Of(28, 30, 38);
    private static readonly PdfColor Faint = PdfColor.Of(105, 110, 125);
    private static readonly PdfColor Band = PdfColor.Of(244, 245, 248);
    private static readonly PdfColor Rule = PdfColor.Of(200, 203, 212);

    private readonly PdfFile _document;
    private readonly PdfHead _head;
    private readonly bool _isWide;
    private PdfCanvas _page;
    private double _y;
    private double _width;
    private double _bottom;

    /// <summary>Begins with the title.</summary>
    internal PdfPages(PdfFile document, PdfHead head, bool isWide)
    {
        (_document, _head, _isWide) = (document, head, isWide);
        _page = NewPage();
        string title = Fit(head.Title, document.Bold, TitleSize, _width);
        _page.Text(document.Bold, TitleSize, Ink, (Margin, _y + 14), title);
        _y += 30;
        string made = head.MadeAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        Faintly($"Made {made}");
        foreach ((string name, string value) in head.Filters.Values) Faintly($"{name}: {value}");
        _y += 10;
    }

    /// <summary>Draws a chart below what is there.</summary>
    internal void Draw(ExportChart chart, string title, IReadOnlyList<(string Label, double Value)> points)
    {
        _page.Text(_document.Bold, TextSize, Ink, (Margin, _y + 8), title);
        var area = new PdfArea(Margin, _y + 16, _width, ChartHeight);
        PdfChart.Draw(_page, _document.Regular, area, chart.IsLine, points);
        _y += ChartHeight + 34;
    }

    /// <summary>Writes the table, its headings again on every page.</summary>
    internal void Write(IReadOnlyList<ExportColumn> columns, IReadOnlyList<string[]> rows)
    {
        double[] widths = WidthsOf(columns, rows);
        Headings(columns, widths);
        for (int i = 0; i < rows.Count; i++)
        {
            if (_y + RowHeight > _bottom)
            {
                Turn();
                Headings(columns, widths);
            }

            if (i % 2 == 1) _page.Rectangle(Band, (Margin, _y), _width, RowHeight);
            Row(columns, widths, rows[i], _document.Regular);
        }
    }

    /// <summary>Writes a line below the table.</summary>
    internal void Note(string text)
    {
        if (_y + (2 * RowHeight) > _bottom) Turn();
        _y += RowHeight;
        Faintly(text);
    }

    /// <summary>Numbers the pages, now that it is known how many there are.</summary>
    internal void End()
    {
        PdfFont font = _document.Regular;
        string title = Fit(_head.Title, font, TextSize, _width - 60);
        for (int i = 0; i < _document.Pages.Count; i++)
        {
            PdfCanvas page = _document.Pages[i];
            double bottom = page.Height - 22;
            string number = string.Create(CultureInfo.InvariantCulture, $"{i + 1} / {_document.Pages.Count}");
            page.Text(font, TextSize, Faint, (Margin, bottom), title);
            double left = page.Width - Margin - font.Face.Measure(number, TextSize);
            page.Text(font, TextSize, Faint, (left, bottom), number);
        }
    }

    private void Turn() => _page = NewPage();

    private PdfCanvas NewPage()
    {
        PdfCanvas page = _document.AddPage(_isWide);
        _width = page.Width - (2 * Margin);
        _bottom = page.Height - Margin;
        _y = Margin;
        return page;
    }

    private void Faintly(string text)
    {
        string line = Fit(text, _document.Regular, TextSize, _width);
        _page.Text(_document.Regular, TextSize, Faint, (Margin, _y + 8), line);
        _y += 13;
    }

    private void Headings(IReadOnlyList<ExportColumn> columns, double[] widths)
    {
        Row(columns, widths, [.. columns.Select(static column => column.Title)], _document.Bold);
        _page.Line(Rule, 0.6, (Margin, _y), (Margin + _width, _y));
    }

    private void Row(IReadOnlyList<ExportColumn> columns, double[] widths, string[] cells, PdfFont font)
    {
        double x = Margin;
        for (int i = 0; i < cells.Length; i++)
        {
            string text = Fit(cells[i], font, TextSize, widths[i] - (2 * Gap));
            double left = x + Gap;
            if (columns[i].IsNumeric) left = x + widths[i] - Gap - font.Face.Measure(text, TextSize);
            _page.Text(font, TextSize, Ink, (left, _y + 10.5), text);
            x += widths[i];
        }

        _y += RowHeight;
    }

    /// <summary>Each column as wide as its longest text of the first rows, in proportion to the page.</summary>
    private double[] WidthsOf(IReadOnlyList<ExportColumn> columns, IReadOnlyList<string[]> rows)
    {
        const int looked = 200;
        const double most = 220;
        double[] widths = new double[columns.Count];
        for (int i = 0; i < widths.Length; i++)
        {
            widths[i] = TrueTypeFont.Bold.Measure(columns[i].Title, TextSize);
            for (int row = 0; row < rows.Count && row < looked; row++)
                widths[i] = Math.Max(widths[i], TrueTypeFont.Regular.Measure(rows[row][i], TextSize));
            widths[i] = Math.Clamp(widths[i] + (2 * Gap), 30, most);
        }

        double scale = _width / widths.Sum();
        return [.. widths.Select(width => width * scale)];
    }

    /// <summary>As much of a text as fits, with an ellipsis where it was cut.</summary>
    private static string Fit(string text, PdfFont font, double size, double width)
    {
        text = text.ReplaceLineEndings(" ");
        if (font.Face.Measure(text, size) <= width) return text;
        int low = 0;
        int high = text.Length;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (font.Face.Measure(text[..middle] + "…", size) <= width) low = middle;
            else high = middle - 1;
        }

        return text[..low] + "…";
    }
}
