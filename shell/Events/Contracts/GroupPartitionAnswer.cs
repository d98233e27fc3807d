namespace Catalog.Shell.Events.Contracts;

/// <summary>A partition of a topic, as a member of a consumer group sees it.</summary>
/// <param name="Topic">The topic, with its prefix.</param>
/// <param name="Partition">The partition's number.</param>
/// <param name="Offset">The next message to handle; absent before the first.</param>
/// <param name="Lag">Messages behind that; absent while it is not known.</param>
public sealed record GroupPartitionAnswer(string Topic, int Partition, long? Offset, long? Lag);
