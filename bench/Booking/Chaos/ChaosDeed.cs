namespace Catalog.Bench.Booking.Chaos;

/// <summary>What is done to a cluster.</summary>
internal enum ChaosDeed
{
    /// <summary>Redis is killed and started again, empty.</summary>
    StopRedis,

    /// <summary>The Kafka broker is killed and started again on what it has.</summary>
    StopBroker,

    /// <summary>A node is killed, and started again.</summary>
    KillNode,

    /// <summary>A node is stopped past its lease with its connections open, and goes on.</summary>
    PauseNode,

    /// <summary>A node is asked to leave, and started again.</summary>
    LeaveNode,

    /// <summary>PostgreSQL ends as in a crash, and is started again.</summary>
    CrashPostgres,
}
