namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>Something that is done on the node's session, by the journal's thread, between two groups.</summary>
internal abstract class SessionWork
{
    /// <summary>Does it and tells who waits for it.</summary>
    internal abstract void Run(SessionConnection connection);

    /// <summary>Tells who waits for it that it was not done, or that nobody knows.</summary>
    internal abstract void Fail(Exception failure);
}
