using System.Net.Sockets;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>Tells failures that pass from those that stay.</summary>
internal static class PostgresFailures
{
    private const string TooManyConnections = "53300";
    private const string Serialization = "40001";
    private const string Deadlock = "40P01";

    /// <summary>
    /// Whether the server was away, busy or told us to go, so that the same may work in a while. It says nothing about
    /// whether a statement under way was carried out.
    /// </summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException refused => IsPassingState(refused.SqlState),
        NpgsqlException => true,
        SocketException or TimeoutException or IOException => true,
        // A pool that was cleared, or a connection closed below its user.
        ObjectDisposedException or InvalidOperationException => failure.Source == nameof(Npgsql),
        _ => false,
    };

    // Class 08: the connection; 57P01 to 57P03 and 57P05: shut down, crashed, starting up, ended for idling.
    private static bool IsPassingState(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("57P0", StringComparison.Ordinal)
        || state is TooManyConnections or Serialization or Deadlock;
}
