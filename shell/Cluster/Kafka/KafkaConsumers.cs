using Catalog.Shell.Events;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>Runs this server's consumers of topics as members of their consumer groups.</summary>
internal sealed class KafkaConsumers(
    IEnumerable<BusConsumerRegistration> registrations, IServiceProvider services, KafkaTopics topics) : IWorker
{
    private readonly List<KafkaGroup> _groups = [];
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
            _groups.Add(group);
            group.Start();
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        foreach (KafkaGroup group in _groups) await group.DisposeAsync();
        _parking?.Dispose();
    }
}
