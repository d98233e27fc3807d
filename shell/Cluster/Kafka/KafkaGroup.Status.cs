using System.Diagnostics;
using Catalog.Shell.Events.Contracts;
using Confluent.Kafka;

namespace Catalog.Shell.Cluster.Kafka;

/// <content>How it is doing: noted by its thread, read from anywhere.</content>
internal sealed partial class KafkaGroup
{
    private long _handled;
    private long _failedAttempts;
    private long _parked;
    private long _lookedAt;
    private volatile bool _isMember;
    private volatile string? _lastError;
    private volatile GroupPartitionAnswer[] _partitions = [];

    /// <summary>How it is doing.</summary>
    public ConsumerGroupAnswer Status
    {
        get
        {
            GroupPartitionAnswer[] partitions = _isMember ? _partitions : [];
            long parked = Volatile.Read(ref _parked);
            return new ConsumerGroupAnswer
            {
                Name = _consumer.Name,
                Group = GroupName,
                Topics = _consumer.Topics,
                IsMember = _isMember,
                Partitions = partitions,
                Lag = partitions.Sum(static each => each.Lag ?? 0),
                Handled = Volatile.Read(ref _handled) - parked,
                FailedAttempts = Volatile.Read(ref _failedAttempts),
                Parked = parked,
                LastError = _lastError,
            };
        }
    }

    private string GroupName => "catalog-" + _consumer.Name;

    private void Look(IConsumer<byte[], byte[]> member)
    {
        if (Stopwatch.GetElapsedTime(_lookedAt) < CommitInterval) return;
        _lookedAt = Stopwatch.GetTimestamp();
        _partitions =
        [
            .. member.Assignment.Select(each => Describe(member, each))
                .OrderBy(static each => each.Topic, StringComparer.Ordinal).ThenBy(static each => each.Partition),
        ];
    }

    /// <summary>What the client knows by itself; nobody is asked.</summary>
    private static GroupPartitionAnswer Describe(IConsumer<byte[], byte[]> member, TopicPartition partition)
    {
        Offset next = member.Position(partition);
        Offset end = member.GetWatermarkOffsets(partition).High;
        long? offset = next.IsSpecial ? null : next.Value;
        long? lag = offset is null || end.IsSpecial ? null : Math.Max(0, end.Value - offset.Value);
        return new GroupPartitionAnswer(partition.Topic, partition.Partition.Value, offset, lag);
    }
}
