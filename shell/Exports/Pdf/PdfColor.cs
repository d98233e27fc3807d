namespace Catalog.Shell.Exports.Pdf;

/// <summary>A color, each part from 0 to 1.</summary>
internal readonly record struct PdfColor(double Red, double Green, double Blue)
{
    /// <summary>Of parts from 0 to 255.</summary>
    internal static PdfColor Of(byte red, byte green, byte blue) => new(red / 255.0, green / 255.0, blue / 255.0);
}
