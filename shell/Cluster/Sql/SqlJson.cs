using System.Buffers;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>Writes rows as the JSON that <see cref="SqlTable"/>'s statements take apart.</summary>
internal static class SqlJson
{
    /// <summary>The rows as a parameter; all have the same columns set.</summary>
    public static NpgsqlParameter ParameterOf(SqlTable table, SqlRow[] rows)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * rows.Length);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (SqlRow row in rows) Write(json, table, row);
            json.WriteEndArray();
        }

        return new NpgsqlParameter { Value = buffer.WrittenMemory, NpgsqlDbType = NpgsqlDbType.Json };
    }

    private static void Write(Utf8JsonWriter json, SqlTable table, SqlRow row)
    {
        json.WriteStartObject();
        for (int i = 0; i < table.ColumnCount; i++)
        {
            if (((row.Mask >> i) & 1) == 0) continue;
            json.WritePropertyName(table.Column(i).Name);
            Write(json, row[i]);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(SqlText.Clean(text)); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case decimal number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateTime time: json.WriteStringValue(time); break;
            case DateOnly day: json.WriteStringValue(SqlText.Of(day)); break;
            case string[] list:
                json.WriteStartArray();
                foreach (string text in list) json.WriteStringValue(SqlText.Clean(text));
                json.WriteEndArray();
                break;
            case ulong number: json.WriteNumberValue(number); break;
            default: json.WriteNumberValue(Convert.ToInt64(value, null)); break;
        }
    }
}
