using System.Runtime.InteropServices;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>Figures by a number: a day, a film, a theater. Not thread-safe.</summary>
internal sealed class SalesTable
{
    private const int FieldsPerRow = 8;
    private readonly Dictionary<ulong, SalesFigures> _rows = [];

    public void Add(ulong key, in SalesFigures figures)
    {
        ref SalesFigures row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out _);
        row += figures;
    }

    public SalesFigures Find(ulong key) => _rows.GetValueOrDefault(key);

    public KeyValuePair<ulong, SalesFigures>[] ToArray() => [.. _rows.OrderBy(static row => row.Key)];

    public void Clear() => _rows.Clear();

    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_rows.Count * FieldsPerRow);
        foreach ((ulong key, SalesFigures figures) in _rows)
        {
            writer.Write(key);
            figures.Write(ref writer);
        }
    }

    public void Load(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader() / FieldsPerRow;
        for (int i = 0; i < count; i++) _rows.Add(reader.ReadUInt64(), SalesFigures.Read(ref reader));
    }
}
