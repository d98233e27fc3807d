using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Catalog.Bench.Shared.Rows;

/// <summary>Collects the rows of a run, in order. Not thread-safe.</summary>
internal sealed class RowSink<TRow>
{
    private readonly List<TRow> _rows = [];

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<TRow> Rows => _rows;

    /// <summary>Adds a row.</summary>
    public void Add(TRow row) => _rows.Add(row);

    /// <summary>Writes the rows as a JSON array, if a file was asked for.</summary>
    public void WriteTo(FileInfo? file, JsonTypeInfo<List<TRow>> type)
    {
        if (file is null) return;
        file.Directory?.Create();
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(_rows, type) + "\n");
    }
}
