namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Says that a consumer cannot handle anything for now, whatever the fact: what it writes to is away. The fact is tried
/// again for as long as it takes and never parked for that.
/// </summary>
public sealed class ConsumerNotReadyException : Exception
{
    /// <summary>Makes it.</summary>
    public ConsumerNotReadyException()
    {
    }

    /// <summary>Makes it with what to tell an operator.</summary>
    public ConsumerNotReadyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes it with what to tell an operator, and the cause.</summary>
    public ConsumerNotReadyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
