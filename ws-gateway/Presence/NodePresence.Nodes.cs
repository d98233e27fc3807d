using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Presence;

/// <content>What other nodes say, and what they are told.</content>
internal sealed partial class NodePresence
{
    /// <summary>Takes what another node says.</summary>
    internal void Take(BackplaneMessage message)
    {
        lock (_gate)
        {
            if (PeerOf(message.Node) is not { } peer) return;
            peer.HeardAt = _tick;
            switch (message.Kind)
            {
                case BackplaneKind.Entered or BackplaneKind.Left:
                    Follow(peer, message);
                    break;
                case BackplaneKind.Members:
                    if (peer.Gather(message, _maxMembers) is { } members) Replace(peer, message, members);
                    break;
                case BackplaneKind.Beat:
                    if (!peer.IsKnown && message.Number == 0) Replace(peer, message, []);
                    if (!peer.IsKnown || peer.Number != message.Number) Ask(peer, message.Node);
                    break;
                case BackplaneKind.Ask:
                    _isAsked |= message.Name == _node;
                    break;
                case BackplaneKind.Bye:
                    // Its users come back elsewhere: they have as long for that as anybody.
                    peer.HeardAt = _tick - _limits.PeerTicks + Math.Min(_limits.PresenceTicks, _limits.PeerTicks);
                    break;
            }
        }

        TellChanges();
    }

    /// <summary>The other nodes can be reached again. They learn by the beat what they have missed.</summary>
    internal void Resume()
    {
        lock (_gate) Beat();
    }

    /// <summary>This node stops.</summary>
    internal void SayBye() => _backplane?.Send(new BackplaneMessage(BackplaneKind.Bye, _node));

    private Peer? PeerOf(string node)
    {
        if (_peers.TryGetValue(node, out Peer? peer)) return peer;
        if (_peers.Count >= MaxPeers || node == _node) return null;
        return _peers[node] = new Peer();
    }

    private void Follow(Peer peer, BackplaneMessage message)
    {
        // The first there ever was: nobody was there before.
        if (!peer.IsKnown && message.Number == 1) peer.Know(0);
        if (peer.IsKnown && message.Number <= peer.Number) return;
        if (!peer.TryFollow(message.Number))
        {
            Ask(peer, message.Node);
            return;
        }

        var member = new PresentMember(message.Topic, message.Name);
        if (message.Kind == BackplaneKind.Entered) EnterAt(message.Node, member);
        else LeaveAt(message.Node, member);
    }

    private void Replace(Peer peer, BackplaneMessage message, List<PresentMember> members)
    {
        peer.Know(message.Number);
        var present = new HashSet<PresentMember>(members);
        foreach (PresentMember member in _roster.MembersOf(message.Node))
            if (!present.Contains(member)) LeaveAt(message.Node, member);
        foreach (PresentMember member in members) EnterAt(message.Node, member);
    }

    private void EnterAt(string node, PresentMember member)
    {
        if (_roster.Enter(node, member)) _changes.Enqueue(new PresenceChange(member, HasCome: true));
    }

    private void LeaveAt(string node, PresentMember member)
    {
        if (_roster.Leave(node, member)) _changes.Enqueue(new PresenceChange(member, HasCome: false));
    }

    /// <summary>Asks a node who is there; not again before it had time to answer.</summary>
    private void Ask(Peer peer, string node)
    {
        if (_tick - peer.AskedAt < BeatTicks) return;
        peer.AskedAt = _tick;
        _backplane!.Send(new BackplaneMessage(BackplaneKind.Ask, _node) { Name = node });
    }

    private void SweepNodes()
    {
        foreach ((string node, Peer peer) in _peers)
        {
            if (_tick - peer.HeardAt < _limits.PeerTicks) continue;
            foreach (PresentMember member in _roster.MembersOf(node)) LeaveAt(node, member);
            _peers.Remove(node);
        }

        // Many ask at once when they come back together: one answer is for all.
        if (_isAsked) SendMembers();
        if (_tick >= _nextBeat) Beat();
    }

    private void Beat()
    {
        _nextBeat = _tick + BeatTicks;
        _backplane!.Send(new BackplaneMessage(BackplaneKind.Beat, _node) { Number = _number });
    }

    private void SendMembers()
    {
        _isAsked = false;
        PresentMember[] members = _roster.MembersOf(_node);
        int count = Math.Max(1, (members.Length + PartMembers - 1) / PartMembers);
        for (int part = 0; part < count; part++)
        {
            _backplane!.Send(new BackplaneMessage(BackplaneKind.Members, _node)
            {
                Number = _number,
                Part = part,
                PartCount = count,
                Members = members[(part * PartMembers)..Math.Min(members.Length, (part + 1) * PartMembers)],
            });
        }
    }
}
