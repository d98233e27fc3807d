using System.Globalization;
using Catalog.Engine.Wire;
using Catalog.Shell.Http;

namespace Catalog.Shell.Exports;

/// <summary>What an export is narrowed by: names and values, in the order of the names. Immutable.</summary>
public sealed class ExportArguments
{
    private const int MaxCount = 16;
    private const int MaxLength = 500;
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Makes it of names and values.</summary>
    public ExportArguments(IEnumerable<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach ((string name, string value) in values)
            if (value.Length > 0) _values[name] = value;
    }

    /// <summary>None.</summary>
    public static ExportArguments None { get; } = new([]);

    /// <summary>Names and values.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>A value; null when it was not given.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>A day; null when it was not given, or is none.</summary>
    public DateOnly? Day(string name) => DateOnly.TryParseExact(
        this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>The first moment of a day, in milliseconds since 1970; the other when it was not given.</summary>
    public long DayMs(string name, long otherwise) => Day(name) is { } day
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds()
        : otherwise;

    /// <summary>The same with another value.</summary>
    public ExportArguments With(string name, string value) =>
        new(_values.Where(each => each.Key != name).Append(new(name, value)));

    /// <summary>Says what a source would not take.</summary>
    internal void Check(IExportSource source, FieldErrors errors)
    {
        errors.Check(_values.Count <= MaxCount, "arguments", "Are too many.");
        foreach ((string name, string value) in _values)
        {
            string field = "arguments." + name;
            ExportParameter? known = source.Parameters.FirstOrDefault(each => each.Name == name);
            errors.Check(known is not null, field, "Is not known.");
            errors.Check(value.Length <= MaxLength, field, "Is too long.");
            if (known is { Choices.Count: > 0 })
                errors.Check(known.Choices.Contains(value), field, $"Must be {string.Join(" or ", known.Choices)}.");
            if (name is ExportParameter.From or ExportParameter.To)
                errors.Check(Day(name) is not null, field, "Must be a day as in 2030-12-31.");
        }

        if (errors.IsEmpty) source.Check(this, errors);
    }

    internal static ExportArguments Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        var values = new KeyValuePair<string, string>[count];
        for (int i = 0; i < count; i++) values[i] = new(reader.ReadString(), reader.ReadString());
        return new ExportArguments(values);
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_values.Count);
        foreach ((string name, string value) in _values)
        {
            writer.Write(name);
            writer.Write(value);
        }
    }
}
