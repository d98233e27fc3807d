using Npgsql;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>
/// The rows that facts come to. What several facts of a batch do to one row becomes one change; where order is what
/// matters (<see cref="Insert"/>), everything is written as it came.
/// <code>
/// rows      key ─► columns set so far, the last one wins        written a statement for each shape, in any order
/// in order  insert insert │ remove │ insert …                   a statement for each run of the same kind
/// </code>
/// </summary>
internal sealed class SqlBatch
{
    private readonly Dictionary<(SqlTable Table, object First, object? Second), SqlRow> _rows = [];
    private readonly List<(SqlTable Table, SqlRow Row)> _inOrder = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _rows.Count == 0 && _inOrder.Count == 0;

    /// <summary>A row to add, or to change if it is there.</summary>
    public SqlRow Put(SqlTable table, object key, object? second = null)
    {
        SqlRow row = Find(table, SqlChange.Put, key, second);
        row.Change = SqlChange.Put;
        return row;
    }

    /// <summary>A row to change if it is there.</summary>
    public SqlRow Patch(SqlTable table, object key, object? second = null) =>
        Find(table, SqlChange.Patch, key, second);

    /// <summary>A row to remove. Whatever adds it again sets all its columns.</summary>
    public void Remove(SqlTable table, object key, object? second = null) =>
        _rows[(table, key, second)] = Make(table, SqlChange.Remove, key, second);

    /// <summary>A row that must not be there yet, in its place among all such.</summary>
    public void Insert(SqlTable table, params ReadOnlySpan<object> values) =>
        _inOrder.Add((table, new SqlRow(table, SqlChange.Insert, values)));

    /// <summary>Removes a row that is exactly so, in its place among those inserted.</summary>
    public void RemoveExactly(SqlTable table, params ReadOnlySpan<object> values) =>
        _inOrder.Add((table, new SqlRow(table, SqlChange.Remove, values)));

    /// <summary>Adds the statements that write it all.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        var shapes = _rows.GroupBy(static each => (each.Key.Table, each.Value.Change, each.Value.Mask));
        foreach (var shape in shapes) AddStatement(batch, shape.Key.Table, shape.Select(static each => each.Value));
        for (int i = 0; i < _inOrder.Count;)
        {
            (SqlTable table, SqlRow first) = _inOrder[i];
            int end = i + 1;
            while (end < _inOrder.Count && _inOrder[end].Table == table
                && _inOrder[end].Row.Change == first.Change && _inOrder[end].Row.Mask == first.Mask) end++;
            AddStatement(batch, table, _inOrder[i..end].Select(static each => each.Row));
            i = end;
        }
    }

    private static void AddStatement(NpgsqlBatch batch, SqlTable table, IEnumerable<SqlRow> rows)
    {
        SqlRow[] all = [.. rows];
        ulong mask = all[0].Mask;
        string? sql = all[0].Change switch
        {
            SqlChange.Put => table.PutSql(mask),
            SqlChange.Insert => table.InsertSql(mask),
            SqlChange.Remove => table.RemoveSql(mask),
            _ => mask == table.KeyMask ? null : table.PatchSql(mask),
        };
        if (sql is null) return;
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(SqlJson.ParameterOf(table, all));
        batch.BatchCommands.Add(command);
    }

    private static SqlRow Make(SqlTable table, SqlChange change, object key, object? second) =>
        second is null ? new SqlRow(table, change, key) : new SqlRow(table, change, key, second);

    private SqlRow Find(SqlTable table, SqlChange change, object key, object? second)
    {
        if (_rows.TryGetValue((table, key, second), out SqlRow? row))
        {
            // A removed row cannot be changed: what is set on it goes nowhere.
            return row.Change == SqlChange.Remove && change == SqlChange.Patch
                ? Make(table, change, key, second)
                : row;
        }

        row = Make(table, change, key, second);
        _rows.Add((table, key, second), row);
        return row;
    }
}
