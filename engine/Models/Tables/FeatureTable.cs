namespace Catalog.Engine.Models.Tables;

/// <summary>
/// Rows of numbers with a target each: what models are trained on.
/// <code>
/// values   [ row 0: f0 f1 … │ row 1: f0 f1 … │ … ]
/// targets  [ t0 │ t1 │ … ]
/// </code>
/// </summary>
/// <remarks>4 bytes a number; adding is O(columns), amortised. Not thread-safe beside a writer.</remarks>
public sealed class FeatureTable
{
    private const int FirstRows = 256;
    private readonly int _maxRows;
    private float[] _values;
    private float[] _targets;

    /// <summary>Makes an empty table.</summary>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="maxRows">Rows at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not positive.</exception>
    public FeatureTable(int columns, int maxRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRows);
        Columns = columns;
        _maxRows = maxRows;
        _values = new float[Math.Min(FirstRows, maxRows) * columns];
        _targets = new float[Math.Min(FirstRows, maxRows)];
    }

    /// <summary>Numbers in a row.</summary>
    public int Columns { get; }

    /// <summary>Rows so far.</summary>
    public int Rows { get; private set; }

    /// <summary>The target of each row.</summary>
    public ReadOnlySpan<float> Targets => _targets.AsSpan(0, Rows);

    /// <summary>A row. O(1).</summary>
    public ReadOnlySpan<float> Row(int row) => _values.AsSpan(row * Columns, Columns);

    /// <summary>Adds a row. O(columns), amortised.</summary>
    /// <returns>False when the table is full: the row is not in it.</returns>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public bool TryAdd(ReadOnlySpan<float> row, float target = 0)
    {
        if (row.Length != Columns) throw new ArgumentException($"A row has {Columns} numbers.", nameof(row));
        if (Rows == _maxRows) return false;
        if (Rows == _targets.Length)
        {
            int room = Math.Min(_maxRows, Rows * 2);
            Array.Resize(ref _targets, room);
            Array.Resize(ref _values, room * Columns);
        }

        row.CopyTo(_values.AsSpan(Rows * Columns));
        _targets[Rows++] = target;
        return true;
    }
}
