namespace Catalog.Shell.Exports;

/// <summary>A column of an export.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ExportColumn(string Title, CellKind Kind = CellKind.Text)
{
    /// <summary>Whether its values are numbers, which stand to the right.</summary>
    public bool IsNumeric => Kind is not (CellKind.Text or CellKind.Time);
}
