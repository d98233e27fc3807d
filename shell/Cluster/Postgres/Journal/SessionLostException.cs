namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>The node's session ended before the answer came: what was asked of it may or may not be done.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">Why, when it is known.</param>
public sealed class SessionLostException(string message, Exception? cause = null) : IOException(message, cause);
