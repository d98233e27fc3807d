namespace Catalog.Shell.Exports.Pdf;

/// <summary>A part of a page, in points from its upper left corner.</summary>
internal readonly record struct PdfArea(double Left, double Top, double Width, double Height)
{
    /// <summary>Its right edge.</summary>
    internal double Right => Left + Width;

    /// <summary>Its lower edge.</summary>
    internal double Bottom => Top + Height;
}
