using Catalog.Shell.Events;
using Catalog.Shell.Events.Contracts;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>Runs this server's consumers of topics as members of their consumer groups.</summary>
internal sealed class KafkaConsumers(
    IEnumerable<BusConsumerRegistration> registrations, IServiceProvider services, KafkaTopics topics)
    : IWorker, IConsumerGroups
{
    private volatile KafkaGroup[] _groups = [];
    private KafkaSender? _parking;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancel)
    {
        await topics.EnsureAsync();
        var options = services.GetRequiredService<KafkaOptions>();
        if (!options.Consumers) return;
        var clients = services.GetRequiredService<KafkaClients>();
        var log = services.GetRequiredService<ILogger<KafkaGroup>>();
        _parking = new KafkaSender(clients, options.MaxInFlight);
        foreach (BusConsumerRegistration registration in registrations)
        {
            var group = new KafkaGroup(registration.Create(services), clients, _parking, options, log);
            _groups = [.. _groups, group];
            group.Start();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<ConsumerGroupAnswer> ReadGroups() => Array.ConvertAll(_groups, static group => group.Status);

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        foreach (KafkaGroup group in _groups) await group.DisposeAsync();
        _parking?.Dispose();
    }
}
