using System.Globalization;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>Draws a line or bars from a base line of zero, with a scale of round numbers. Stateless.</summary>
internal static class PdfChart
{
    /// <summary>So many bars can be told apart on a page.</summary>
    private const int MaxBars = 24;

    private const double ScaleWidth = 46;
    private const double LabelHeight = 16;
    private const double Size = 7;
    private static readonly PdfColor Ink = PdfColor.Of(105, 110, 125);
    private static readonly PdfColor Accent = PdfColor.Of(66, 99, 235);
    private static readonly PdfColor Grid = PdfColor.Of(225, 227, 233);

    /// <summary>Draws into an area.</summary>
    internal static void Draw(
        PdfCanvas page, PdfFont font, PdfArea area, bool isLine, IReadOnlyList<(string Label, double Value)> points)
    {
        var plot = new PdfArea(
            area.Left + ScaleWidth, area.Top, area.Width - ScaleWidth, area.Height - LabelHeight);
        IReadOnlyList<(string Label, double Value)> shown = isLine ? points : [.. points.Take(MaxBars)];
        double step = StepOf(shown.Max(static point => Math.Abs(point.Value)));
        double top = Math.Max(step, Math.Ceiling(shown.Max(static point => point.Value) / step) * step);
        double low = Math.Min(0, Math.Floor(shown.Min(static point => point.Value) / step) * step);
        for (double mark = low; mark <= top + (step / 2); mark += step)
        {
            double y = YOf(mark);
            page.Line(Grid, 0.5, (plot.Left, y), (plot.Right, y));
            string text = mark.ToString("#,0.##", CultureInfo.InvariantCulture);
            double left = plot.Left - 5 - font.Face.Measure(text, Size);
            page.Text(font, Size, Ink, (left, y + 2.5), text);
        }

        double slot = plot.Width / shown.Count;
        if (isLine) page.Lines(Accent, 1.4, [.. shown.Select((point, i) => (XOf(i), YOf(point.Value)))]);
        for (int i = 0; i < shown.Count && !isLine; i++)
        {
            double height = Math.Abs(YOf(0) - YOf(shown[i].Value));
            double y = Math.Min(YOf(0), YOf(shown[i].Value));
            page.Rectangle(Accent, (XOf(i) - (slot * 0.35), y), slot * 0.7, height);
        }

        Labels(page, font, plot, shown);

        double XOf(int index) => plot.Left + (slot * (index + 0.5));

        double YOf(double value) => plot.Bottom - ((value - low) / (top - low) * plot.Height);
    }

    private static void Labels(
        PdfCanvas page, PdfFont font, PdfArea plot, IReadOnlyList<(string Label, double Value)> shown)
    {
        double slot = plot.Width / shown.Count;
        double right = double.MinValue;
        for (int i = 0; i < shown.Count; i++)
        {
            string text = shown[i].Label.Length > 14 ? shown[i].Label[..13] + "…" : shown[i].Label;
            double width = font.Face.Measure(text, Size);
            double left = plot.Left + (slot * (i + 0.5)) - (width / 2);
            if (left < right + 6) continue;
            page.Text(font, Size, Ink, (left, plot.Bottom + 11), text);
            right = left + width;
        }
    }

    /// <summary>1, 2 or 5 times a power of ten, so that there are about five steps.</summary>
    private static double StepOf(double most)
    {
        if (most <= 0) return 1;
        double rough = most / 5;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
