using Npgsql;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>
/// The rows that facts come to. What several facts of a batch do to one row becomes one change; where order is what
/// matters (<see cref="Insert"/>), everything is written as it came. A statement (<see cref="Run"/>) sees what came
/// before it and nothing of what comes behind.
/// <code>
/// rows      key ─► columns set or added to so far               written a statement for each shape, in any order
/// in order  insert insert │ remove │ insert …                   a statement for each run of the same kind
/// run       rows and those in order so far, the statement, and on with none
/// </code>
/// </summary>
internal sealed class SqlBatch
{
    private readonly Dictionary<(SqlTable Table, object First, object? Second, object? Third), SqlRow> _rows = [];
    private readonly List<(SqlTable Table, SqlRow Row)> _inOrder = [];
    private readonly List<NpgsqlBatchCommand> _before = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => _rows.Count == 0 && _inOrder.Count == 0 && _before.Count == 0;

    /// <summary>A row to add, or to change if it is there.</summary>
    public SqlRow Put(SqlTable table, object key, object? second = null, object? third = null)
    {
        SqlRow row = Find(table, SqlChange.Put, key, second, third);
        row.Change = SqlChange.Put;
        return row;
    }

    /// <summary>A row to change if it is there.</summary>
    public SqlRow Patch(SqlTable table, object key, object? second = null, object? third = null) =>
        Find(table, SqlChange.Patch, key, second, third);

    /// <summary>A row to remove. Whatever adds it again sets all its columns.</summary>
    public void Remove(SqlTable table, object key, object? second = null, object? third = null) =>
        _rows[(table, key, second, third)] = Make(table, SqlChange.Remove, key, second, third);

    /// <summary>A row that must not be there yet, in its place among all such.</summary>
    public void Insert(SqlTable table, params ReadOnlySpan<object> values) =>
        _inOrder.Add((table, new SqlRow(table, SqlChange.Insert, values)));

    /// <summary>Removes a row that is exactly so, in its place among those inserted.</summary>
    public void RemoveExactly(SqlTable table, params ReadOnlySpan<object> values) =>
        _inOrder.Add((table, new SqlRow(table, SqlChange.Remove, values)));

    /// <summary>A statement in its place among everything. Rare: what is around it is written apart.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="values">Its parameters, <c>$1</c> and on.</param>
    public void Run(string sql, params ReadOnlySpan<object> values)
    {
        Close();
        var command = new NpgsqlBatchCommand(sql);
        foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        _before.Add(command);
    }

    /// <summary>Adds the statements that write it all; once.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        Close();
        foreach (NpgsqlBatchCommand command in _before) batch.BatchCommands.Add(command);
    }

    private void Close()
    {
        var shapes = _rows.GroupBy(
            static each => (each.Key.Table, each.Value.Change, each.Value.Mask, each.Value.AddMask));
        foreach (var shape in shapes) AddStatement(shape.Key.Table, shape.Select(static each => each.Value));
        for (int i = 0; i < _inOrder.Count;)
        {
            (SqlTable table, SqlRow first) = _inOrder[i];
            int end = i + 1;
            while (end < _inOrder.Count && _inOrder[end].Table == table
                && _inOrder[end].Row.Change == first.Change && _inOrder[end].Row.Mask == first.Mask) end++;
            AddStatement(table, _inOrder[i..end].Select(static each => each.Row));
            i = end;
        }

        _rows.Clear();
        _inOrder.Clear();
    }

    private void AddStatement(SqlTable table, IEnumerable<SqlRow> rows)
    {
        SqlRow[] all = [.. rows];
        ulong mask = all[0].Mask;
        string? sql = all[0].Change switch
        {
            SqlChange.Put => table.PutSql(mask, all[0].AddMask),
            SqlChange.Insert => table.InsertSql(mask),
            SqlChange.Remove => table.RemoveSql(mask),
            _ => mask == table.KeyMask ? null : table.PatchSql(mask, all[0].AddMask),
        };
        if (sql is null) return;
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(SqlJson.ParameterOf(table, all));
        _before.Add(command);
    }

    private static SqlRow Make(SqlTable table, SqlChange change, object key, object? second, object? third) =>
        second is null ? new SqlRow(table, change, key)
        : third is null ? new SqlRow(table, change, key, second)
        : new SqlRow(table, change, key, second, third);

    private SqlRow Find(SqlTable table, SqlChange change, object key, object? second, object? third)
    {
        if (_rows.TryGetValue((table, key, second, third), out SqlRow? row))
        {
            // A removed row cannot be changed: what is set on it goes nowhere.
            return row.Change == SqlChange.Remove && change == SqlChange.Patch
                ? Make(table, change, key, second, third)
                : row;
        }

        row = Make(table, change, key, second, third);
        _rows.Add((table, key, second, third), row);
        return row;
    }
}
