using System.Globalization;
using System.Net;
using System.Text;
using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Posters;

/// <summary>
/// Draws a film's poster from its title and genre: an SVG of 400 by 600 with a sky, a motif and the title. The same
/// film always looks the same; nothing is fetched from anywhere. Thread-safe.
/// </summary>
internal static class PosterArt
{
    internal const int Width = 400;
    internal const int Height = 600;
    private const int LineLength = 15;
    private const int MostLines = 5;

    /// <summary>Draws it. O(title).</summary>
    internal static string Draw(Movie movie)
    {
        var dice = new PosterDice(movie.Title);
        int hue = dice.Next(0, 360);
        int other = (hue + dice.Next(25, 70)) % 360;
        var svg = new StringBuilder(4_096);
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" ");
        svg.Append(CultureInfo.InvariantCulture, $"aria-label=\"{WebUtility.HtmlEncode(movie.Title)}\"><defs>");
        svg.Append("<linearGradient id=\"sky\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">");
        svg.Append(CultureInfo.InvariantCulture, $"<stop offset=\"0\" stop-color=\"hsl({hue} 52% 16%)\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<stop offset=\".62\" stop-color=\"hsl({other} 58% 44%)\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<stop offset=\"1\" stop-color=\"hsl({other} 70% 62%)\"/>");
        svg.Append("</linearGradient><linearGradient id=\"foot\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\">");
        svg.Append(CultureInfo.InvariantCulture, $"<stop offset=\"0\" stop-color=\"hsl({hue} 60% 7%)\" ");
        svg.Append(CultureInfo.InvariantCulture, $"stop-opacity=\"0\"/><stop offset=\".55\" ");
        svg.Append(CultureInfo.InvariantCulture, $"stop-color=\"hsl({hue} 60% 7%)\" stop-opacity=\".9\"/>");
        svg.Append("</linearGradient></defs><rect width=\"400\" height=\"600\" fill=\"url(#sky)\"/>");
        PosterMotifs.Draw(svg, ref dice, movie.Genre, hue);
        svg.Append("<rect y=\"290\" width=\"400\" height=\"310\" fill=\"url(#foot)\"/>");
        Write(svg, movie);
        return svg.Append("</svg>").ToString();
    }

    private static void Write(StringBuilder svg, Movie movie)
    {
        List<string> lines = Wrap(movie.Title);
        int y = 540 - ((lines.Count - 1) * 42);
        svg.Append("<g fill=\"#fff\" font-family=\"Georgia,'Times New Roman',serif\" font-weight=\"700\" ");
        svg.Append("font-size=\"40\">");
        foreach (string line in lines)
        {
            // A word longer than the line is squeezed rather than cut.
            string squeeze = line.Length > LineLength ? " textLength=\"344\" lengthAdjust=\"spacingAndGlyphs\"" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"28\" y=\"{y}\"{squeeze}>");
            svg.Append(WebUtility.HtmlEncode(line)).Append("</text>");
            y += 42;
        }

        svg.Append("</g><text x=\"28\" y=\"574\" fill=\"#fff\" fill-opacity=\".78\" font-size=\"15\" ");
        svg.Append("letter-spacing=\"3\" font-family=\"system-ui,'Segoe UI',Arial,sans-serif\">");
        svg.Append(WebUtility.HtmlEncode(movie.Genre.ToUpperInvariant())).Append("</text>");
    }

    private static List<string> Wrap(string title)
    {
        var lines = new List<string>();
        foreach (string word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            bool fits = lines.Count > 0
                && (lines[^1].Length + 1 + word.Length <= LineLength || lines.Count == MostLines);
            if (fits) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return lines;
    }
}
