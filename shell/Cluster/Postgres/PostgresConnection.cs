using System.Globalization;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>
/// Makes the connection string of what is configured: a dead peer is to be noticed within seconds, on either side.
/// <code>
/// the server is gone    this side:  TCP keep-alive while silent, the command's timeout while it waits
/// this node is gone     that side:  tcp_keepalives_* while silent, tcp_user_timeout while it sends
/// </code>
/// </summary>
internal static class PostgresConnection
{
    private const int ProbeCount = 3;

    /// <summary>The whole string. What the configured one says itself is kept.</summary>
    public static NpgsqlConnectionStringBuilder Build(PostgresOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        Default(builder, "Application Name", "catalog");
        Default(builder, "Maximum Pool Size", options.MaxPoolSize);
        Default(builder, "Timeout", options.ConnectTimeoutSeconds);
        Default(builder, "Command Timeout", options.CommandTimeoutSeconds);
        Default(builder, "Keepalive", options.KeepAliveSeconds);
        if (!IsLocalSocket(builder.Host))
        {
            Default(builder, "Tcp Keepalive", true);
            Default(builder, "Tcp Keepalive Time", options.KeepAliveSeconds);
            Default(builder, "Tcp Keepalive Interval", 1);
        }

        // A statement that is too late is cancelled through a connection of its own; that one may hang as well.
        Default(builder, "Cancellation Timeout", 1000);
        builder.Options = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            -c tcp_keepalives_idle={options.KeepAliveSeconds} -c tcp_keepalives_interval=1
             -c tcp_keepalives_count={ProbeCount} -c tcp_user_timeout={options.DeadPeerSeconds * 1000} {builder.Options}
            """).ReplaceLineEndings("").TrimEnd();
        return builder;
    }

    // Not TCP: the system refuses its settings there.
    private static bool IsLocalSocket(string? host) => host is ['/' or '@', ..];

    private static void Default(NpgsqlConnectionStringBuilder builder, string keyword, object value)
    {
        if (!builder.ShouldSerialize(keyword)) builder[keyword] = value;
    }
}
