using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Presence;

/// <summary>
/// Who is in which topic, at all nodes. Each node tells the others who comes to it and who leaves it, numbered, and
/// once a second how many such changes there were; who finds one missing asks, and is told everybody. A node that is
/// silent loses its members.
/// <code>
/// connections ─► board: behind the grace, who is here ──┐
///                                                       ├─► roster: who is anywhere ─► joined, left
/// other nodes ─► peers: is a change missing? ───────────┘
/// </code>
/// </summary>
/// <remarks>
/// Thread-safe. Changes are told in their order, outside the lock, so that who makes a snapshot under a topic's lock
/// may ask who is there. Bounds: <c>MaxPeers</c> nodes, and members as the roster has it.
/// </remarks>
internal sealed partial class NodePresence
{
    private const int MaxPeers = 256;
    private const int PartMembers = 256;
    private const int BeatTicks = GatewayLimits.TicksPerSecond;

    private readonly string _node;
    private readonly GatewayLimits _limits;
    private readonly int _maxMembers;
    private readonly IGatewayBackplane? _backplane;
    private readonly Action<PresenceChange> _tell;
    private readonly PresenceBoard _board = new();
    private readonly Roster _roster;
    private readonly Dictionary<string, Peer> _peers = [];
    private readonly Queue<PresenceChange> _changes = new();
    private readonly Lock _gate = new();
    private readonly Lock _tellGate = new();
    private long _number;
    private int _tick;
    private int _nextBeat;
    private bool _isAsked;

    /// <summary>Nobody is anywhere.</summary>
    /// <param name="node">This node's name.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="limits">Times.</param>
    /// <param name="backplane">The other nodes; null where there are none.</param>
    /// <param name="tell">Hears who comes and who leaves.</param>
    internal NodePresence(
        string node, GatewayOptions options, GatewayLimits limits, IGatewayBackplane? backplane,
        Action<PresenceChange> tell)
    {
        (_node, _limits, _backplane, _tell) = (node, limits, backplane, tell);
        _maxMembers = options.MaxPresentMembers;
        _roster = new Roster(_maxMembers);
    }

    /// <summary>Other nodes that are there.</summary>
    internal int PeerCount
    {
        get
        {
            lock (_gate) return _peers.Count;
        }
    }

    /// <summary>Who is in a topic, at any node.</summary>
    internal string[] UsersOf(string topic)
    {
        lock (_gate) return _roster.UsersOf(topic);
    }

    /// <summary>One more connection of a user here.</summary>
    internal void Enter(PresentMember member)
    {
        lock (_gate)
        {
            if (!_board.Enter(member.Topic, member.User)) return;
            if (_roster.Enter(_node, member)) _changes.Enqueue(new PresenceChange(member, HasCome: true));
            Send(BackplaneKind.Entered, member);
        }

        TellChanges();
    }

    /// <summary>One connection of a user less here.</summary>
    internal void Leave(PresentMember member, int tick) =>
        _board.Leave(member.Topic, member.User, tick + _limits.PresenceTicks);

    /// <summary>Lets time pass: users and nodes that have left, the beat.</summary>
    internal void Sweep(int tick)
    {
        lock (_gate)
        {
            // While this node itself stood still it could hear nobody.
            int slept = Math.Max(0, tick - _tick - BeatTicks);
            foreach (Peer peer in _peers.Values) peer.HeardAt += slept;
            _tick = tick;
            while (_board.TryTakeLeft(tick, out string topic, out string user))
            {
                var member = new PresentMember(topic, user);
                if (_roster.Leave(_node, member)) _changes.Enqueue(new PresenceChange(member, HasCome: false));
                Send(BackplaneKind.Left, member);
            }

            if (_backplane is not null) SweepNodes();
        }

        TellChanges();
    }

    /// <summary>Fails when an invariant does not hold.</summary>
    internal void CheckInvariants()
    {
        lock (_gate) _roster.CheckInvariants();
    }

    private void TellChanges()
    {
        lock (_tellGate)
        {
            while (true)
            {
                PresenceChange change;
                lock (_gate)
                {
                    if (!_changes.TryDequeue(out change)) return;
                }

                _tell(change);
            }
        }
    }

    private void Send(BackplaneKind kind, PresentMember member)
    {
        _number++;
        _backplane?.Send(new BackplaneMessage(kind, _node)
        {
            Topic = member.Topic,
            Name = member.User,
            Number = _number,
        });
    }
}
