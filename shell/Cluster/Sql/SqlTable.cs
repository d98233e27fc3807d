using System.Text;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>
/// A table for analysts: its columns, of which the written ones that stand first are its key, and the statements that
/// write many rows at once. Rows travel as one JSON array; PostgreSQL takes it apart by the columns' types.
/// <para>Bounds: 62 written columns, a bit each in a mask.</para>
/// </summary>
internal sealed class SqlTable
{
    private readonly string _schema;
    private readonly string _constraints;
    private readonly string? _addsWhen;
    private readonly SqlColumn[] _all;
    private readonly SqlColumn[] _written;
    private readonly Dictionary<string, int> _index;

    /// <summary>Describes a table.</summary>
    /// <param name="schema">The schema it stands in.</param>
    /// <param name="name">Its name.</param>
    /// <param name="keyCount">How many of the written columns are its key.</param>
    /// <param name="columns">Its columns, the key first.</param>
    /// <param name="constraints">More lines of its definition, if any.</param>
    /// <param name="addsWhen">
    /// What must not be false for a row there is, <c>t</c>, so that the new one, <c>r</c>, is added to it.
    /// </param>
    public SqlTable(
        string schema,
        string name,
        int keyCount,
        SqlColumn[] columns,
        string constraints = "",
        string? addsWhen = null)
    {
        _schema = schema;
        Name = name;
        KeyCount = keyCount;
        _constraints = constraints;
        _addsWhen = addsWhen;
        _all = columns;
        _written = [.. columns.Where(static column => !column.IsGenerated)];
        _index = [];
        for (int i = 0; i < _written.Length; i++) _index.Add(_written[i].Name, i);
        KeyMask = (1UL << keyCount) - 1;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How many columns its key has.</summary>
    public int KeyCount { get; }

    /// <summary>The key's columns as a mask.</summary>
    public ulong KeyMask { get; }

    /// <summary>Columns that are written.</summary>
    public int ColumnCount => _written.Length;

    /// <summary>Its name with the schema.</summary>
    public string FullName => $"{_schema}.{Name}";

    /// <summary>The place of a column.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public int IndexOf(string column) => _index[column];

    /// <summary>A written column.</summary>
    public SqlColumn Column(int index) => _written[index];

    /// <summary>Makes the table.</summary>
    public string CreateSql()
    {
        var sql = new StringBuilder($"CREATE TABLE {FullName} (\n");
        foreach (SqlColumn column in _all) sql.Append($"    {column.Name} {column.Type} {column.Rest},\n");
        if (_constraints.Length > 0) sql.Append($"    {_constraints},\n");
        return sql.Append($"    PRIMARY KEY ({Names(KeyMask)}));\n").ToString();
    }

    /// <summary>
    /// Adds rows; one that is there already takes the values of these columns, or has those of some added.
    /// </summary>
    public string PutSql(ulong mask, ulong addMask = 0)
    {
        ulong values = mask & ~KeyMask;
        string update = values == 0 ? "NOTHING" : "UPDATE SET " + Assign(values, addMask, "EXCLUDED");
        return $"{InsertSql(mask)} ON CONFLICT ({Names(KeyMask)}) DO {update}";
    }

    /// <summary>Adds rows; one that is there already is an error.</summary>
    public string InsertSql(ulong mask) =>
        $"INSERT INTO {FullName} AS t ({Names(mask)}) SELECT {Names(mask)} FROM {RowsSql(mask)}";

    /// <summary>Changes rows that are there.</summary>
    public string PatchSql(ulong mask, ulong addMask = 0) =>
        $"UPDATE {FullName} AS t SET {Assign(mask & ~KeyMask, addMask, "r")} FROM {RowsSql(mask)} "
            + $"WHERE {Same(KeyMask)}";

    /// <summary>Removes rows that are as these columns say.</summary>
    public string RemoveSql(ulong mask) => $"DELETE FROM {FullName} AS t USING {RowsSql(mask)} WHERE {Same(mask)}";

    /// <summary>Copies rows in.</summary>
    public string CopySql(ulong mask) => $"COPY {FullName} ({Names(mask)}) FROM STDIN";

    private string RowsSql(ulong mask) =>
        $"json_to_recordset($1) AS r({Join(mask, static column => $"{column.Name} {column.Type}", ", ")})";

    private string Names(ulong mask) => Join(mask, static column => column.Name, ", ");

    private string Assign(ulong mask, ulong addMask, string from)
    {
        string set = Join(mask & ~addMask, column => Set(column, from), ", ");
        string added = Join(mask & addMask, column => Add(column, from), ", ");
        return set.Length == 0 || added.Length == 0 ? set + added : $"{set}, {added}";
    }

    private static string Set(SqlColumn column, string from) => column.IsLatest
        ? $"{column.Name} = greatest(t.{column.Name}, {from}.{column.Name})"
        : $"{column.Name} = {from}.{column.Name}";

    private string Add(SqlColumn column, string from)
    {
        string add = $"{column.Name} = t.{column.Name} + {from}.{column.Name}";
        if (_addsWhen is null) return add;
        string when = _addsWhen.Replace("r.", from + ".", StringComparison.Ordinal);
        return $"{column.Name} = CASE WHEN coalesce({when}, true) THEN t.{column.Name} + {from}.{column.Name} "
            + $"ELSE t.{column.Name} END";
    }

    private string Same(ulong mask) => Join(mask, static column => $"t.{column.Name} = r.{column.Name}", " AND ");

    private string Join(ulong mask, Func<SqlColumn, string> text, string between) =>
        string.Join(between, _written.Where((_, i) => ((mask >> i) & 1) != 0).Select(text));
}
