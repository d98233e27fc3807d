using Npgsql;

namespace Catalog.Shell.Cluster.Moving;

/// <summary>Something a server alone keeps in its data folder, beside journal, states and consumers.</summary>
internal interface IFolderPart
{
    /// <summary>
    /// Brings it to where a cluster keeps it, and leaves the folder as it is. What is not written through
    /// <paramref name="into"/> may be brought again, or be left over when the rest is not committed.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="into">A connection in the one transaction everything is moved in.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How much it was, in words.</returns>
    Task<string> MoveAsync(string folder, NpgsqlConnection into, CancellationToken cancel);
}
