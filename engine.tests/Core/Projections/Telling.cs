using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Projections;

/// <summary>Models without a pump: told of one fact at a time, and saved and loaded by hand.</summary>
internal static class Telling
{
    /// <summary>Tells a model of a fact, which it must want.</summary>
    internal static void Tell<TEvent>(
        this IProjection model, PartitionKey partition, in TEvent fact, long timeMs, long position = 1)
        where TEvent : struct, IEvent<TEvent>
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        fact.Write(ref writer);
        var header = new EventHeader(position, partition, TEvent.TypeId, TEvent.Version, timeMs);
        Assert.True(model.Wants(in header));
        model.Apply(in header, buffer.WrittenSpan);
    }

    /// <summary>Loads an empty model from what another one saves, to the last byte.</summary>
    internal static TProjection LoadedFrom<TProjection>(this TProjection empty, IProjection saved)
        where TProjection : IProjection
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        saved.Save(ref writer);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        empty.Load(ref reader);
        Assert.True(reader.End);
        return empty;
    }
}
