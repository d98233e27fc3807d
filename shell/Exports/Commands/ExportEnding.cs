using Catalog.Engine.Wire;

namespace Catalog.Shell.Exports.Commands;

/// <summary>What became of an export.</summary>
/// <param name="State">Done, failed or cancelled.</param>
/// <param name="RowCount">Rows in the file.</param>
/// <param name="SizeBytes">Bytes of the file.</param>
/// <param name="Error">Why it failed.</param>
public readonly record struct ExportEnding(ExportState State, long RowCount, long SizeBytes, string? Error)
{
    private const int FieldCount = 4;

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)State);
        writer.Write(RowCount);
        writer.Write(SizeBytes);
        writer.WriteStringOrNil(Error);
    }

    internal static ExportEnding Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ExportEnding(
            (ExportState)reader.ReadByte(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadStringOrNil());
        WireFields.End(ref reader, further);
        return value;
    }
}
