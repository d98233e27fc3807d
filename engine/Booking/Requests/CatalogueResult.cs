using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The answer to a change of the catalogue.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Id">The record it is about; 0 for a whole import.</param>
/// <param name="Revision">The record's revision now; 0 when there is no such record.</param>
public readonly record struct CatalogueResult(CatalogueCode Code, ulong Id, int Revision) : IResult<CatalogueResult>
{
    private const int FieldCount = 3;

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Code == CatalogueCode.Done;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        writer.Write(Id);
        writer.Write(Revision);
    }

    /// <inheritdoc/>
    public static CatalogueResult Read(ref MessagePackReader reader)
    {
        CatalogueWire.ExpectArray(ref reader, FieldCount, nameof(CatalogueResult));
        return new CatalogueResult((CatalogueCode)reader.ReadByte(), reader.ReadUInt64(), reader.ReadInt32());
    }
}
