using System.Globalization;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Storage.Journal;

/// <summary>A spot of the journal where acknowledged bytes cannot be read.</summary>
/// <param name="File">The segment file, relative to the disk's root.</param>
/// <param name="Offset">Where in the file the spot starts; 0 for the header page.</param>
/// <param name="FromPosition">The first lost position.</param>
/// <param name="ToPosition">The position behind the last lost one; equals the first when no record is lost.</param>
/// <param name="Reason">What is wrong there.</param>
/// <param name="Before">The partition of the last intact fact before the spot.</param>
/// <param name="After">The partition of the first intact fact behind it.</param>
public sealed record JournalDamage(
    string File,
    long Offset,
    long FromPosition,
    long ToPosition,
    string Reason,
    PartitionKey? Before,
    PartitionKey? After)
{
    /// <summary>How many bytes of records are lost.</summary>
    public long LostBytes => ToPosition - FromPosition;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{File}, byte {Offset}: {Reason}; {LostBytes} bytes lost, positions {FromPosition} to {ToPosition}; "
        + $"before it {Name(Before)}, behind it {Name(After)}");

    private static string Name(PartitionKey? key) => key is { } k
        ? string.Create(CultureInfo.InvariantCulture, $"partition {k.System}/{k.Key}")
        : "nothing";
}
