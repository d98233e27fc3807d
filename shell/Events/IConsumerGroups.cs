using Catalog.Shell.Events.Contracts;

namespace Catalog.Shell.Events;

/// <summary>Consumers of this server that are members of groups at a broker. Thread-safe.</summary>
public interface IConsumerGroups
{
    /// <summary>How the members here are doing.</summary>
    IReadOnlyList<ConsumerGroupAnswer> ReadGroups();
}
