using Catalog.Shell.Events;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>Creates the topics events go to, where they are missing.</summary>
internal sealed partial class KafkaTopics(
    KafkaClients clients, KafkaOptions options, IEnumerable<IEventMapper> mappers, ILogger<KafkaTopics> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Tries once. A cluster that is away, that does not let us, or that is too old to be asked does not hold up the
    /// start: topics may then be created by hand, or by the brokers when first written to.
    /// </summary>
    public async Task EnsureAsync()
    {
        if (!clients.KnowsHeaders) return;
        TopicSpecification[] wanted =
        [
            .. mappers.SelectMany(static mapper => mapper.Topics).Distinct()
                .Select(topic => options.Prefix + topic)
                .Append(KafkaGroup.ParkingTopic(options))
                .Select(topic => new TopicSpecification
                {
                    Name = topic,
                    NumPartitions = options.Partitions,
                    ReplicationFactor = options.ReplicationFactor == 0 ? (short)-1 : (short)options.ReplicationFactor,
                }),
        ];
        try
        {
            using IAdminClient admin = clients.Admin();
            await admin.CreateTopicsAsync(
                wanted, new CreateTopicsOptions { RequestTimeout = Patience, OperationTimeout = Patience });
        }
        catch (CreateTopicsException refused)
        {
            foreach (CreateTopicReport report in refused.Results)
                if (report.Error.IsError && report.Error.Code != ErrorCode.TopicAlreadyExists)
                    NotCreated(log, report.Topic, report.Error.Reason);
        }
        catch (KafkaException away)
        {
            Away(log, away.Error.Reason);
        }
    }

    [LoggerMessage(82, LogLevel.Warning, "Kafka topic {Topic} was not created: {Reason}")]
    private static partial void NotCreated(ILogger logger, string topic, string reason);

    [LoggerMessage(83, LogLevel.Warning, "Kafka topics could not be looked at: {Reason}")]
    private static partial void Away(ILogger logger, string reason);
}
