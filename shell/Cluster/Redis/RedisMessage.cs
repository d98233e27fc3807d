namespace Catalog.Shell.Cluster.Redis;

/// <summary>What is to be published.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Bytes">What.</param>
/// <param name="IsForAll">Whether every node listens there, this one, too.</param>
internal readonly record struct RedisMessage(string Channel, byte[] Bytes, bool IsForAll);
