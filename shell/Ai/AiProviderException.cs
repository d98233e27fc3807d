namespace Catalog.Shell.Ai;

/// <summary>
/// The provider did not answer as it should. The message never holds what it said, which may be anything.
/// </summary>
public sealed class AiProviderException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="status">The HTTP status, or 0.</param>
    /// <param name="inner">What caused it.</param>
    public AiProviderException(string message, int status = 0, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>The HTTP status, or 0 when there was none.</summary>
    public int Status { get; }
}
