using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Catalog.Shell.Http;

/// <summary>
/// Reads a request's query and keeps what is wrong with it: ill-formed values, values given twice, and, once all known
/// ones were read, those nobody asked for. Not thread-safe.
/// </summary>
public sealed class QueryReader(HttpContext context)
{
    private const int DefaultMaxLength = 200;
    private readonly FieldErrors _errors = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>A text, or null when it is absent or empty.</summary>
    public string? Text(string name, int maxLength = DefaultMaxLength)
    {
        if (!TryRead(name, out string? text) || text.Length == 0) return null;
        _errors.Check(text.Length <= maxLength, name, string.Create(
            CultureInfo.InvariantCulture, $"Must have at most {maxLength} characters."));
        return text;
    }

    /// <summary>An id.</summary>
    public ulong? Id(string name)
    {
        if (!TryRead(name, out string? text)) return null;
        if (IdText.TryParse(text, out ulong id)) return id;
        _errors.Add(name, "Must be an id.");
        return null;
    }

    /// <summary>A whole number in a range.</summary>
    public int? Number(string name, int min, int max)
    {
        if (!TryRead(name, out string? text)) return null;
        bool isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        if (isNumber && value >= min && value <= max) return value;
        _errors.Add(name, string.Create(CultureInfo.InvariantCulture, $"Must be a number from {min} to {max}."));
        return null;
    }

    /// <summary>A switch: <c>true</c> or <c>false</c>; false when absent.</summary>
    public bool Flag(string name)
    {
        if (!TryRead(name, out string? text)) return false;
        _errors.Check(text is "true" or "false", name, "Must be 'true' or 'false'.");
        return text == "true";
    }

    /// <summary>A day, as <c>2030-12-31</c>.</summary>
    public DateOnly? Day(string name)
    {
        if (!TryRead(name, out string? text)) return null;
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out DateOnly day)) return day;
        _errors.Add(name, "Must be a day as in 2030-12-31.");
        return null;
    }

    /// <summary>One of several words; the first of them when absent.</summary>
    public T Choice<T>(string name, IReadOnlyList<(string Name, T Value)> choices)
    {
        if (!TryRead(name, out string? text)) return choices[0].Value;
        foreach ((string choice, T value) in choices)
            if (choice == text) return value;
        _errors.Add(name, "Must be one of " + string.Join(", ", choices.Select(static c => c.Name)) + ".");
        return choices[0].Value;
    }

    /// <summary>Adds what a rule across values found wrong.</summary>
    public void Check(bool holds, string name, string message) => _errors.Check(holds, name, message);

    /// <summary>Answers the problem when anything is wrong or unknown. After the last value was read.</summary>
    /// <returns>Whether it did, and the handler is done.</returns>
    public async ValueTask<bool> RefusedAsync()
    {
        foreach (string name in context.Request.Query.Keys)
            if (!_known.Contains(name)) _errors.Add(name, "Is not known.");
        if (_errors.IsEmpty) return false;
        await Problems.WriteAsync(context, ProblemCodes.InvalidParameter, _errors);
        return true;
    }

    private bool TryRead(string name, [NotNullWhen(true)] out string? text)
    {
        _known.Add(name);
        text = null;
        if (!context.Request.Query.TryGetValue(name, out StringValues values) || values.Count == 0) return false;
        if (values.Count > 1)
        {
            _errors.Add(name, "Is given twice.");
            return false;
        }

        text = values[0] ?? "";
        return true;
    }
}
