using System.Text;

namespace Catalog.Shell.Observability;

/// <summary>Names and labels as the text format of Prometheus wants them.</summary>
internal static class LabelText
{
    /// <summary>A name of letters, digits and underscores.</summary>
    internal static string NameOf(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name) text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? "_" + text : text.ToString();
    }

    /// <summary>A label with its value, escaped.</summary>
    internal static string Of(string name, string? value)
    {
        string text = (value ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        return $"{NameOf(name)}=\"{text}\"";
    }

    /// <summary>A number as a label's value.</summary>
    internal static string Of(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Labels of an instrument's tags, in the order of their names.</summary>
    internal static string Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new List<string>(tags.Length);
        foreach (KeyValuePair<string, object?> tag in tags)
            labels.Add(Of(tag.Key, Convert.ToString(tag.Value, System.Globalization.CultureInfo.InvariantCulture)));
        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }
}
