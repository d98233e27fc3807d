using System.Text.Json;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Presence;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway;

public sealed partial class Gateway
{
    private readonly NodePresence _presence;
    private readonly TypingBoard _typing;
    private readonly IGatewayBackplane? _backplane;
    private readonly string _node;

    /// <summary>Other nodes that are there, as far as this one hears.</summary>
    public int PeerCount => _presence.PeerCount;

    /// <summary>
    /// The users in a topic that keeps presence, on all nodes this one can hear of, in no order. O(users).
    /// </summary>
    public string[] PresentUsers(string topic) => _presence.UsersOf(topic);

    /// <inheritdoc/>
    void IBackplaneReceiver.Take(BackplaneMessage message)
    {
        if (message.Node == _node) return;
        switch (message.Kind)
        {
            case BackplaneKind.Message:
                Topics.Find(message.Topic)?.PublishFromAfar(message, EventNames.Get(message.Name));
                return;
            case BackplaneKind.Typing or BackplaneKind.TypingEnded:
                TakeTyping(new PresentMember(message.Topic, message.Name), message.Kind == BackplaneKind.TypingEnded);
                return;
            default:
                _presence.Take(message);
                return;
        }
    }

    /// <inheritdoc/>
    void IBackplaneReceiver.Resume()
    {
        _presence.Resume();
        Topics.Miss();
    }

    /// <summary>Fails when what is known of who is where contradicts itself.</summary>
    internal void CheckPresence() => _presence.CheckInvariants();

    /// <summary>A connection came to a topic.</summary>
    internal void Enter(Subscription subscription)
    {
        Topic topic = subscription.Topic;

        // Clients that subscribe by themselves have waited for this before.
        if (_backplane is not null && topic.GoesBetweenNodes) _ = topic.ListenAsync(_backplane);
        if (!topic.Options.Presence || subscription.Connection.Identity is not { } identity) return;
        subscription.PresentUser = identity.UserId;
        _presence.Enter(new PresentMember(topic.Name, identity.UserId));
    }

    /// <summary>A connection left a topic.</summary>
    internal void Leave(Subscription subscription)
    {
        if (subscription.PresentUser is { } user)
            _presence.Leave(new PresentMember(subscription.Topic.Name, user), Tick);
    }

    /// <summary>
    /// Completes when what other nodes publish to a topic is heard here, so that who subscribes then misses nothing;
    /// null when that is so.
    /// </summary>
    internal Task? ListeningTo(string topic)
    {
        if (_backplane is null) return null;
        while (Topics.GetOrAdd(topic) is { GoesBetweenNodes: true } found)
        {
            if (found.ListenAsync(_backplane) is { } listening) return listening.IsCompleted ? null : listening;
            Topics.Remove(found);
        }

        return null;
    }

    /// <summary>A user of this node types, or does so no longer.</summary>
    internal void Type(PresentMember member, GatewayConnection connection, bool hasEnded)
    {
        int tick = Tick;
        bool hasChanged, mustTell;
        if (hasEnded)
        {
            hasChanged = mustTell = _typing.End(member);
        }
        else
        {
            int pause = Math.Max(1, Limits.TypingTicks / 3);
            hasChanged = _typing.Type(
                member, tick + Limits.TypingTicks, (tick, tick + pause), out mustTell);
        }

        if (hasChanged) TellTyping(member, hasEnded, connection);
        if (!mustTell || _backplane is null) return;
        BackplaneKind kind = hasEnded ? BackplaneKind.TypingEnded : BackplaneKind.Typing;
        _backplane.Send(new BackplaneMessage(kind, _node) { Topic = member.Topic, Name = member.User });
    }

    private void TakeTyping(PresentMember member, bool hasEnded)
    {
        bool hasChanged = hasEnded
            ? _typing.End(member)
            : _typing.Type(member, Tick + Limits.TypingTicks, (Tick, 0), out _);
        if (hasChanged) TellTyping(member, hasEnded, null);
    }

    private void SweepTyping(int tick)
    {
        var ended = new List<PresentMember>();
        _typing.TakeEnded(tick, ended);
        foreach (PresentMember member in ended) TellTyping(member, hasEnded: true, null);
    }

    private void TellTyping(PresentMember member, bool hasEnded, GatewayConnection? except) =>
        TellOf(member, hasEnded ? "typing_ended" : "typing", except);

    private void TellPresence(PresenceChange change)
    {
        if (!change.HasCome && _typing.End(change.Member)) TellTyping(change.Member, hasEnded: true, null);
        TellOf(change.Member, change.HasCome ? "joined" : "left", null);
    }

    /// <summary>Tells those who listen at this node; nobody else has to know.</summary>
    private void TellOf(PresentMember member, string name, GatewayConnection? except)
    {
        if (Topics.Find(member.Topic) is not { } topic) return;
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(new SignedIn(member.User), GatewayJson.Default.SignedIn);
        topic.TryPublish(EventNames.Get(name), json, new PublishOptions(Except: except), out _);
    }

    private PublishResult PublishHere(string topic, string name, ReadOnlySpan<byte> json, in PublishOptions to)
    {
        while (true)
        {
            Topic found = TopicOf(topic);
            if (found.TryPublish(EventNames.Get(name), json, in to, out PublishResult result)) return result;
            Topics.Remove(found);
        }
    }

    private PublishResult PublishToAll(string topic, string name, ReadOnlySpan<byte> json, in PublishOptions to)
    {
        Topic found = TopicOf(topic);
        if (!found.GoesBetweenNodes) return PublishHere(topic, name, json, in to);
        var message = new BackplaneMessage(BackplaneKind.Message, _node)
        {
            Topic = topic,
            Name = name,
            Json = json.ToArray(),
            Key = to.Key,
        };
        while (true)
        {
            if (found.TryPublishToAll(message, _backplane!, EventNames.Get(name), in to, out PublishResult result))
                return result;
            Topics.Remove(found);
            found = TopicOf(topic);
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
}
