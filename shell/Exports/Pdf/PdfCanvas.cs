using System.Globalization;
using System.Text;

namespace Catalog.Shell.Exports.Pdf;

/// <summary>
/// What is drawn on a page, in points from its upper left corner. Not thread-safe.
/// </summary>
internal sealed class PdfCanvas(double width, double height)
{
    private readonly StringBuilder _operators = new();

    /// <summary>The page's width.</summary>
    internal double Width { get; } = width;

    /// <summary>The page's height.</summary>
    internal double Height { get; } = height;

    /// <summary>The operators, as the page's content.</summary>
    internal string Content => _operators.ToString();

    /// <summary>Writes a text whose base line begins at a point.</summary>
    internal void Text(PdfFont font, double size, PdfColor color, (double X, double Y) at, string text)
    {
        if (text.Length == 0) return;
        Fill(color);
        Add($"BT /{font.Key} {size:0.##} Tf {at.X:0.##} {Height - at.Y:0.##} Td <{font.Encode(text)}> Tj ET");
    }

    /// <summary>Draws a line.</summary>
    internal void Line(PdfColor color, double thickness, (double X, double Y) from, (double X, double Y) to)
    {
        Stroke(color, thickness);
        Add($"{from.X:0.##} {Height - from.Y:0.##} m {to.X:0.##} {Height - to.Y:0.##} l S");
    }

    /// <summary>Draws a line through points.</summary>
    internal void Lines(PdfColor color, double thickness, IReadOnlyList<(double X, double Y)> points)
    {
        Stroke(color, thickness);
        for (int i = 0; i < points.Count; i++)
            Add($"{points[i].X:0.##} {Height - points[i].Y:0.##} {(i == 0 ? 'm' : 'l')}");
        Add($"S");
    }

    /// <summary>Fills a rectangle.</summary>
    internal void Rectangle(PdfColor color, (double X, double Y) corner, double width, double height)
    {
        Fill(color);
        Add($"{corner.X:0.##} {Height - corner.Y - height:0.##} {width:0.##} {height:0.##} re f");
    }

    private void Fill(PdfColor color) => Add($"{color.Red:0.###} {color.Green:0.###} {color.Blue:0.###} rg");

    private void Stroke(PdfColor color, double thickness) =>
        Add($"{color.Red:0.###} {color.Green:0.###} {color.Blue:0.###} RG {thickness:0.##} w 1 j");

    private void Add(FormattableString text) =>
        _operators.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
