namespace Catalog.Shell.Cluster.Sql;

/// <summary>What is to become of a row: its key, and those columns that are set.</summary>
internal sealed class SqlRow
{
    private readonly SqlTable _table;
    private readonly object?[] _values;

    /// <summary>Makes the row of a key.</summary>
    public SqlRow(SqlTable table, SqlChange change, params ReadOnlySpan<object> key)
    {
        _table = table;
        Change = change;
        _values = new object?[table.ColumnCount];
        for (int i = 0; i < key.Length; i++) _values[i] = key[i];
        Mask = (1UL << key.Length) - 1;
    }

    /// <summary>What happens to it.</summary>
    public SqlChange Change { get; set; }

    /// <summary>The columns that are written.</summary>
    public ulong Mask { get; private set; }

    /// <summary>Those of them that are added to what is there.</summary>
    public ulong AddMask { get; private set; }

    /// <summary>Sets a column.</summary>
    /// <returns>The same row.</returns>
    public SqlRow Set(string column, object? value)
    {
        int index = _table.IndexOf(column);
        _values[index] = value;
        Mask |= 1UL << index;
        AddMask &= ~(1UL << index);
        return this;
    }

    /// <summary>Adds to a whole number: to what was set or added before, and else to what is there.</summary>
    /// <returns>The same row.</returns>
    public SqlRow Add(string column, long amount)
    {
        int index = _table.IndexOf(column);
        ulong bit = 1UL << index;
        if ((Mask & bit) == 0) AddMask |= bit;
        _values[index] = Convert.ToInt64(_values[index] ?? 0, null) + amount;
        Mask |= bit;
        return this;
    }

    /// <summary>A column's value.</summary>
    public object? this[int column] => _values[column];
}
