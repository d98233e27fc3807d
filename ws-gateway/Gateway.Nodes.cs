using System.Text.Json;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Presence;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway;

public sealed partial class Gateway
{
    private readonly PresenceBoard _presence = new();
    private readonly IGatewayBackplane? _backplane;

    /// <summary>The users in a topic that keeps presence, on all nodes, in no order. O(users).</summary>
    public string[] PresentUsers(string topic) => _presence.UsersOf(topic);

    /// <summary>A connection came to a topic.</summary>
    internal void Enter(Topic topic, GatewayConnection connection)
    {
        if (!topic.Options.Presence || connection.Identity is not { } identity) return;
        EnterHere(topic.Name, identity.UserId);
        Tell(BackplaneKind.Entered, topic.Name, identity.UserId);
    }

    /// <summary>A connection left a topic.</summary>
    internal void Leave(Topic topic, GatewayConnection connection)
    {
        if (!topic.Options.Presence || connection.Identity is not { } identity) return;
        LeaveHere(topic.Name, identity.UserId);
        Tell(BackplaneKind.Left, topic.Name, identity.UserId);
    }

    /// <summary>Tells the other nodes; that they cannot be told is no reason to fail here.</summary>
    private void Tell(BackplaneKind kind, string topic, string name, ReadOnlySpan<byte> json = default, long key = 0)
    {
        if (_backplane is null) return;
        try
        {
            _backplane.Send(new BackplaneMessage(kind, topic, name, json.ToArray(), key));
        }
        catch (Exception e)
        {
            LogHandlerFailed(e);
        }
    }

    private void EnterHere(string topic, string user)
    {
        if (_presence.Enter(topic, user)) PublishHere(topic, "joined", MemberOf(user), default);
    }

    private void LeaveHere(string topic, string user) => _presence.Leave(topic, user, Tick + Limits.PresenceTicks);

    private void SweepPresence(int tick)
    {
        while (_presence.TryTakeLeft(tick, out string topic, out string user))
            PublishHere(topic, "left", MemberOf(user), default);
    }

    private static byte[] MemberOf(string user) =>
        JsonSerializer.SerializeToUtf8Bytes(new SignedIn(user), GatewayJson.Default.SignedIn);

    private PublishResult PublishHere(string topic, string name, ReadOnlySpan<byte> json, in PublishOptions to)
    {
        while (true)
        {
            Topic found = TopicOf(topic);
            if (found.TryPublish(EventNames.Get(name), json, in to, out PublishResult result)) return result;
            Topics.Remove(found);
        }
    }

    private bool SkipHere(string topic, long offset)
    {
        while (true)
        {
            Topic found = TopicOf(topic);
            if (found.TrySkip(offset, out bool isSkipped)) return isSkipped;
            Topics.Remove(found);
        }
    }

    private Topic TopicOf(string name) => Topics.GetOrAdd(name)
        ?? throw new InvalidOperationException("There are too many topics, or the name is too long.");

    /// <summary>Takes what another node says. A topic there is no room for is left out.</summary>
    private void Deliver(BackplaneMessage message)
    {
        if (Topics.GetOrAdd(message.Topic) is null) return;
        switch (message.Kind)
        {
            case BackplaneKind.Message:
                PublishHere(message.Topic, message.Name, message.Json.Span, new PublishOptions(message.Key));
                return;
            case BackplaneKind.Entered:
                EnterHere(message.Topic, message.Name);
                return;
            case BackplaneKind.Left:
                LeaveHere(message.Topic, message.Name);
                return;
        }
    }
}
