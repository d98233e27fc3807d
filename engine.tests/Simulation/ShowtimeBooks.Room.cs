using Catalog.Engine.Booking;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <content>Who queues in the waiting room, in the order they came, and when each was last heard of.</content>
internal sealed partial class ShowtimeBooks
{
    private static readonly long PatienceMs = new GateOptions().PatienceMs;

    private readonly List<(ulong UserId, long HeardMs)> _room = [];

    private void Queue(ulong userId, long timeMs)
    {
        Require(!_room.Exists(visitor => visitor.UserId == userId), $"User {userId} queues twice.");
        _room.Add((userId, timeMs));
    }

    private void Admit(int count, long timeMs)
    {
        Require(count <= _room.Count, $"{count} are let in, {_room.Count} queue.");
        foreach ((ulong userId, long heardMs) in _room.Take(count))
            Require(heardMs + PatienceMs > timeMs, $"User {userId} is let in after having been silent for too long.");
        _room.RemoveRange(0, count);
    }

    private void Hear(ulong userId, long timeMs)
    {
        int index = _room.FindIndex(visitor => visitor.UserId == userId);
        Require(index >= 0, $"User {userId} is heard of and does not queue.");
        Require(_room[index].HeardMs + PatienceMs > timeMs, $"User {userId} is heard of too late.");
        _room[index] = (userId, timeMs);
    }

    private void Lose(int count, long timeMs)
    {
        int silent = _room.RemoveAll(visitor => visitor.HeardMs + PatienceMs <= timeMs);
        Require(silent == count, $"{count} visitors are lost, {silent} were silent for too long.");
    }

    private void CheckRoom(ShowtimeState state)
    {
        Require((state.Gate?.WaitingCount ?? 0) == _room.Count, "The queue of the waiting room differs.");
        for (int i = 0; i < _room.Count; i++)
        {
            (ulong userId, long heardMs) = _room[i];
            Require(state.Gate!.PositionOf(userId) == i + 1, $"User {userId} is not {i + 1}th in the queue.");
            Require(state.Gate.LastHeardMs(userId) == heardMs, $"User {userId} was last heard of at another time.");
        }
    }
}
