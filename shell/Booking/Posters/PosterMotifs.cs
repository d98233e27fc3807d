using System.Globalization;
using System.Text;

namespace Catalog.Shell.Booking.Posters;

/// <summary>What posters show above their title, by genre; each film's a little different.</summary>
internal static class PosterMotifs
{
    /// <summary>Draws a motif into a poster.</summary>
    internal static void Draw(StringBuilder svg, ref PosterDice dice, string genre, int hue)
    {
        switch (genre)
        {
            case "Science Fiction" or "Fantasy": Planets(svg, ref dice, hue); break;
            case "Thriller" or "Crime" or "Mystery": Skyline(svg, ref dice, hue); break;
            case "Horror" or "War": Rays(svg, ref dice, hue); break;
            case "Comedy" or "Animation": Balloons(svg, ref dice, hue); break;
            case "Romance" or "Documentary": Waves(svg, ref dice, hue); break;
            default: Hills(svg, ref dice, hue); break;
        }
    }

    private static void Planets(StringBuilder svg, ref PosterDice dice, int hue)
    {
        for (int star = 0; star < 40; star++)
            Disc(svg, (dice.Next(0, 400), dice.Next(0, 330), 1 + (star % 3)), "hsl(0 0% 100% / .8)");
        int x = dice.Next(130, 270), y = dice.Next(150, 240), radius = dice.Next(70, 110);
        Disc(svg, (x, y, radius), Colour(hue + 180, 66));
        Disc(svg, (x - (radius / 3), y - (radius / 4), radius / 4), Colour(hue + 180, 58));
        svg.Append(CultureInfo.InvariantCulture,
            $"<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{radius * 17 / 10}\" ry=\"{radius / 3}\" fill=\"none\" ");
        svg.Append(CultureInfo.InvariantCulture,
            $"stroke=\"hsl({hue} 90% 88%)\" stroke-width=\"7\" stroke-opacity=\".8\" ");
        svg.Append(CultureInfo.InvariantCulture, $"transform=\"rotate({dice.Next(-30, 30)} {x} {y})\"/>");
    }

    private static void Skyline(StringBuilder svg, ref PosterDice dice, int hue)
    {
        Disc(svg, (dice.Next(80, 320), dice.Next(90, 160), dice.Next(38, 62)), Colour(48, 88));
        for (int row = 0; row < 2; row++)
        {
            for (int x = -10; x < 400;)
            {
                int width = dice.Next(34, 66), top = dice.Next(190, 330) + (row * 60);
                svg.Append(CultureInfo.InvariantCulture,
                    $"<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{600 - top}\" ");
                svg.Append(CultureInfo.InvariantCulture, $"fill=\"hsl({hue} 45% {14 - (row * 6)}%)\"/>");
                for (int y = top + 14; y < 470; y += 26)
                {
                    if (dice.Next(0, 3) == 0) Window(svg, x + dice.Next(6, width - 12), y);
                }

                x += width + dice.Next(0, 5);
            }
        }
    }

    private static void Rays(StringBuilder svg, ref PosterDice dice, int hue)
    {
        int x = dice.Next(150, 250), y = dice.Next(220, 300), count = dice.Next(9, 15);
        for (int i = 0; i < count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y}L{x - 26} -420L{x + 26} -420Z\" ");
            svg.Append(CultureInfo.InvariantCulture, $"fill=\"hsl({hue} 70% 9%)\" fill-opacity=\".42\" ");
            svg.Append(CultureInfo.InvariantCulture, $"transform=\"rotate({(i * 360 / count) + 7} {x} {y})\"/>");
        }

        Disc(svg, (x, y, dice.Next(62, 88)), Colour(hue, 7));
        Disc(svg, (x, y, dice.Next(14, 26)), Colour(hue + 40, 72));
    }

    private static void Balloons(StringBuilder svg, ref PosterDice dice, int hue)
    {
        for (int i = 0; i < 9; i++)
        {
            int x = dice.Next(30, 370), y = dice.Next(50, 330), radius = dice.Next(26, 64);
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M{x} {y + radius}q{dice.Next(-18, 18)} 60 0 130\" fill=\"none\" stroke=\"#fff\" ");
            svg.Append("stroke-opacity=\".5\" stroke-width=\"2\"/>");
            Disc(svg, (x, y, radius), Colour(hue + (i * 40), 64));
            Disc(svg, (x - (radius / 3), y - (radius / 3), radius / 5), "hsl(0 0% 100% / .45)");
        }
    }

    private static void Waves(StringBuilder svg, ref PosterDice dice, int hue)
    {
        Disc(svg, (dice.Next(110, 290), dice.Next(150, 220), dice.Next(56, 92)), Colour(hue + 30, 80));
        for (int i = 0; i < 6; i++)
        {
            int y = 250 + (i * 38), swing = dice.Next(14, 34);
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M-20 {y}q55 {-swing} 110 0t110 0t110 0t110 0V620H-20Z\" ");
            svg.Append(CultureInfo.InvariantCulture, $"fill=\"hsl({(hue + (i * 9)) % 360} 55% {46 - (i * 6)}%)\" ");
            svg.Append("fill-opacity=\".75\"/>");
        }
    }

    private static void Hills(StringBuilder svg, ref PosterDice dice, int hue)
    {
        Disc(svg, (dice.Next(90, 310), dice.Next(110, 200), dice.Next(44, 84)), Colour(44, 84));
        for (int i = 0; i < 4; i++)
        {
            int left = 250 + (i * 58) + dice.Next(-26, 26), right = 250 + (i * 58) + dice.Next(-26, 26);
            int peak = Math.Min(left, right) - dice.Next(30, 110), x = dice.Next(80, 320);
            svg.Append(CultureInfo.InvariantCulture,
                $"<path d=\"M0 {left}Q{x / 2} {peak} {x} {(left + peak) / 2}T400 {right}V620H0Z\" ");
            svg.Append(CultureInfo.InvariantCulture, $"fill=\"hsl({(hue + 8) % 360} 48% {38 - (i * 8)}%)\"/>");
        }
    }

    private static void Window(StringBuilder svg, int x, int y) => svg.Append(CultureInfo.InvariantCulture,
        $"<rect x=\"{x}\" y=\"{y}\" width=\"7\" height=\"10\" fill=\"hsl(46 95% 74%)\" fill-opacity=\".85\"/>");

    private static void Disc(StringBuilder svg, (int X, int Y, int Radius) at, string colour) => svg.Append(
        CultureInfo.InvariantCulture, $"<circle cx=\"{at.X}\" cy=\"{at.Y}\" r=\"{at.Radius}\" fill=\"{colour}\"/>");

    private static string Colour(int hue, int light) =>
        string.Create(CultureInfo.InvariantCulture, $"hsl({hue % 360} 78% {light}%)");
}
