using System.Globalization;

namespace Catalog.Shell.Cluster.Sql;

/// <summary>Values as PostgreSQL reads them from text.</summary>
internal static class SqlText
{
    /// <summary>A text without what no text in PostgreSQL can have: the zero character.</summary>
    public static string Clean(string text) => text.Contains('\0') ? text.Replace('\0', '\uFFFD') : text;

    /// <summary>A moment, from milliseconds since 1970.</summary>
    public static DateTime Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime;

    /// <summary>A moment, or none when <paramref name="ms"/> is 0.</summary>
    public static object? TimeOrNull(long ms) => ms == 0 ? null : Time(ms);

    /// <summary>An amount in whole units, from hundredths.</summary>
    public static decimal Amount(long cents) => cents / 100m;

    /// <summary>A day.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A row for <c>COPY</c>: fields with tabs between.</summary>
    public static string CopyLine(ReadOnlySpan<object?> values)
    {
        var line = new System.Text.StringBuilder();
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0) line.Append('\t');
            AppendField(line, values[i]);
        }

        return line.Append('\n').ToString();
    }

    private static void AppendField(System.Text.StringBuilder line, object? value)
    {
        string text = value switch
        {
            null => "\\N",
            string plain => Escape(Clean(plain)),
            string[] list => Escape(ArrayOf(list)),
            bool flag => flag ? "t" : "f",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            DateOnly day => Of(day),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        line.Append(text);
    }

    private static string ArrayOf(string[] list) => "{" + string.Join(',', list.Select(static text =>
        "\"" + Clean(text).Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")) + "}";

    private static string Escape(string text) =>
        text.AsSpan().IndexOfAny("\\\t\n\r") < 0
            ? text
            : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
                .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
}
