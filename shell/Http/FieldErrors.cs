namespace Catalog.Shell.Http;

/// <summary>
/// What is wrong with each field of a request, by the name the client knows it under. Not thread-safe.
/// </summary>
public sealed class FieldErrors
{
    /// <summary>Messages kept: a hostile body must not grow its own answer.</summary>
    public const int MaxMessages = 32;

    private readonly List<(string Field, string Message)> _messages = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsEmpty => _messages.Count == 0;

    /// <summary>The messages in the order they came.</summary>
    public IReadOnlyList<(string Field, string Message)> Messages => _messages;

    /// <summary>Makes a set of one.</summary>
    public static FieldErrors Of(string field, string message) => new FieldErrors().Add(field, message);

    /// <summary>Adds a message for a field.</summary>
    public FieldErrors Add(string field, string message)
    {
        if (_messages.Count < MaxMessages) _messages.Add((field, message));
        return this;
    }

    /// <summary>Adds a message for a field when <paramref name="holds"/> is false.</summary>
    public FieldErrors Check(bool holds, string field, string message) => holds ? this : Add(field, message);
}
