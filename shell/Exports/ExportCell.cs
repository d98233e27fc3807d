using System.Globalization;

namespace Catalog.Shell.Exports;

/// <summary>A value of an export: a text or a number, or nothing.</summary>
public readonly record struct ExportCell
{
    private ExportCell(string? text, double number) => (Text, Number) = (text, number);

    /// <summary>Nothing.</summary>
    public static ExportCell Empty { get; } = new(null, double.NaN);

    /// <summary>The text; null for a number.</summary>
    public string? Text { get; }

    /// <summary>The number; not a number for a text.</summary>
    public double Number { get; }

    /// <summary>A text; null is nothing.</summary>
    public static ExportCell Of(string? text) => text is null ? Empty : new(text, double.NaN);

    /// <summary>A number, up to 2⁵³ exact.</summary>
    public static ExportCell Of(double number) => new(null, number);

    /// <summary>Writes the value as its column says.</summary>
    public string Format(CellKind kind)
    {
        if (Text is not null) return Text;
        if (double.IsNaN(Number)) return "";
        CultureInfo culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            CellKind.Count => Number.ToString("0", culture),
            CellKind.Money => (Number / 100).ToString("0.00", culture),
            CellKind.Share => (Number * 100).ToString("0.0", culture) + " %",
            CellKind.Time => DateTimeOffset.FromUnixTimeMilliseconds((long)Number)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", culture),
            _ => Number.ToString("0.####", culture),
        };
    }
}
