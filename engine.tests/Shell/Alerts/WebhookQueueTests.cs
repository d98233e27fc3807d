using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.Shell.Alerts;
using Catalog.Shell.Alerts.Commands;
using Catalog.Shell.Alerts.Events;
using ShellAlert = Catalog.Shell.Alerts.Alert;

namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>Which calls of webhooks are kept.</summary>
public sealed class WebhookQueueTests
{
    private readonly AlertMachine _machine = new();

    [Fact]
    public void The_oldest_that_was_set_aside_makes_room_then_the_oldest()
    {
        var state = new AlertsState();
        for (ulong id = 1; id <= AlertsState.MaxDeliveries; id++) state.Put(Delivery(id, isParked: id == 500));
        state.Put(Delivery(2001, isParked: false));
        Assert.Null(state.FindDelivery(500));
        Assert.NotNull(state.FindDelivery(1));
        state.Put(Delivery(2002, isParked: false));
        Assert.Null(state.FindDelivery(1));
        Assert.Equal(AlertsState.MaxDeliveries, state.Deliveries.Count);
        Assert.Equal(2002UL, state.LastDeliveryId);
    }

    [Fact]
    public void Facts_of_the_first_version_were_called_otherwise_and_queue_nothing()
    {
        var state = new AlertsState();
        var fact = new AlertSaved(AlertChange.Raised, AlertOf(1));
        _machine.Apply(state, fact with { QueuesCall = false }, 5);
        Assert.Empty(state.Deliveries);
        _machine.Apply(state, in fact, 5);
        Assert.Single(state.Deliveries);
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        fact.Write(ref writer);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        Assert.False(AlertSaved.Read(ref reader, 1).QueuesCall);
    }

    [Fact]
    public void What_is_saved_is_loaded_and_what_was_saved_before_there_were_calls_too()
    {
        var state = new AlertsState();
        state.Put(AlertOf(1));
        var buffer = new ByteBuffer();
        var old = new MessagePackWriter(buffer);
        old.Write(0);
        old.Write(1);
        new AlertListing([], [.. state.Alerts]).Write(ref old);
        Assert.Empty(Load(buffer).Deliveries);
        state.Put(Delivery(7, isParked: true));
        buffer.Clear();
        var writer = new MessagePackWriter(buffer);
        _machine.Save(state, ref writer);
        AlertsState loaded = Load(buffer);
        Assert.Equal((1UL, 7UL), (loaded.LastAlertId, loaded.LastDeliveryId));
        Assert.Equal("https://example.org/hook", loaded.FindDelivery(7)!.Address);
        Assert.True(loaded.FindDelivery(7)!.IsParked);
    }

    private AlertsState Load(ByteBuffer buffer)
    {
        var reader = new MessagePackReader(buffer.WrittenSpan);
        return _machine.Load(AlertMachine.Partition, ref reader);
    }

    private static WebhookDelivery Delivery(ulong id, bool isParked) => new()
    {
        Id = id,
        Change = AlertChange.Raised,
        Alert = AlertOf(id),
        QueuedMs = 1,
        ParkedMs = isParked ? 2 : 0,
    };

    private static ShellAlert AlertOf(ulong id) => AlertRuleTests.OfSystem("show") with
    {
        Id = id,
        Channels = new AlertChannels([], "https://example.org/hook", null),
    };
}
