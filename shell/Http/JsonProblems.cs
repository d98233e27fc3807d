using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Catalog.Shell.Http;

/// <summary>Turns what the JSON reader says into a problem that names the field.</summary>
internal static partial class JsonProblems
{
    /// <summary>Answers a body that could not be decoded.</summary>
    public static Task WriteAsync(HttpContext context, JsonException error)
    {
        // A syntax error is the reader's own exception, wrapped by the serializer.
        if (error.InnerException is not JsonException)
            return Problems.WriteAsync(context, ProblemCodes.InvalidBody, FieldsOf(error));
        string where = string.Create(
            CultureInfo.InvariantCulture, $"Line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
        return Problems.WriteAsync(context, ProblemCodes.MalformedJson, where);
    }

    /// <summary>
    /// The fields a failed decoding is about. The serializer names them only in its message, which is not localised.
    /// </summary>
    internal static FieldErrors FieldsOf(JsonException error)
    {
        var errors = new FieldErrors();
        string message = error.Message;
        string path = PathOf(error.Path);
        if (message.Contains("missing required properties", StringComparison.Ordinal))
        {
            int list = message.IndexOf("including", StringComparison.Ordinal);
            foreach (Match name in Quoted().Matches(message[Math.Max(list, 0)..]))
                errors.Add(Join(path, name.Groups[1].Value), "Is required.");
        }
        else if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            errors.Add(Join(path, FirstQuoted(message)), "Is not known.");
        }
        else if (message.Contains("Duplicate property", StringComparison.Ordinal))
        {
            errors.Add(Join(path, FirstQuoted(message)), "Is given twice.");
        }
        else if (message.Contains("allow null values", StringComparison.Ordinal))
        {
            // Here the message has the name in C#, and the path the one the client knows.
            errors.Add(path.Length == 0 ? "body" : path, "Must not be null.");
        }

        return errors.IsEmpty ? errors.Add(path.Length == 0 ? "body" : path, "Is of the wrong type.") : errors;
    }

    /// <summary>Joins without repeating a name the path already ends with.</summary>
    private static string Join(string path, string name)
    {
        if (path.Length == 0 || name.Length == 0) return path + name;
        bool named = path.Equals(name, StringComparison.Ordinal) || path.EndsWith("." + name, StringComparison.Ordinal);
        return named ? path : path + "." + name;
    }

    private static string PathOf(string? path)
    {
        if (path is null or "$") return "";
        return path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path[1..];
    }

    private static string FirstQuoted(string message) =>
        Quoted().Match(message) is { Success: true } match ? match.Groups[1].Value : "";

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
