namespace Catalog.Shell.Exports;

/// <summary>What the values of a column are.</summary>
public enum CellKind
{
    /// <summary>Text, whoever wrote it: in a CSV file it is kept from being taken for a formula.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount of money, given in hundredths.</summary>
    Money,

    /// <summary>A share of one, shown in percent.</summary>
    Share,

    /// <summary>A moment, given in milliseconds since 1970.</summary>
    Time,
}
