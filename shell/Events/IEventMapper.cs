using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Events;

/// <summary>
/// Turns a system's facts into events others can read. Stateless, so that a fact always becomes the same events;
/// thread-safe for that reason.
/// </summary>
public interface IEventMapper
{
    /// <summary>The topics it writes to.</summary>
    IReadOnlyList<string> Topics { get; }

    /// <summary>Whether a fact becomes an event of a topic. Called for every fact there is.</summary>
    bool Maps(in EventHeader header, string topic);

    /// <summary>Writes what a fact becomes, whatever the topic.</summary>
    void Map(in EventEnvelope fact, EventSink sink);
}
