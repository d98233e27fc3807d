using Catalog.Shell.Events;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>Registers events on Kafka, when a cluster is configured.</summary>
public static class KafkaServices
{
    /// <summary>Registers the publisher and the consumer groups; nothing when no cluster is configured.</summary>
    public static IServiceCollection AddKafka(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KafkaOptions>().BindConfiguration(KafkaOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KafkaOptions>, KafkaOptionsValidator>();
        services.AddSingleton(static s => s.GetRequiredService<IOptions<KafkaOptions>>().Value);
        KafkaOptions? options = configuration.GetSection(KafkaOptions.Section).Get<KafkaOptions>();
        if (options is not { IsConfigured: true }) return services;
        if (options.Consumers) services.AddSingleton(new ExternalBus());
        return services
            .AddSingleton<KafkaClients>()
            .AddSingleton<KafkaTopics>()
            .AddSingleton(static s => new KafkaSender(
                s.GetRequiredService<KafkaClients>(),
                s.GetRequiredService<KafkaOptions>().MaxInFlight))
            .AddJournalBusConsumer<KafkaPublisher>()
            .AddWorker<KafkaConsumers>()
            .AddSingleton<IConsumerGroups>(static s => s.GetRequiredService<KafkaConsumers>());
    }
}
